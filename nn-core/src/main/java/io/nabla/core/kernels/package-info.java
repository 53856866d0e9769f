/** The arithmetic in plain Java loops, on several threads, and by Commons Math as an independent reference. */
package io.nabla.core.kernels;
