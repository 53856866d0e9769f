/** Networks, their gradients and their training. */
package io.nabla.core;
