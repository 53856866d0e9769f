/** A user's own machine, measured in half a minute. */
package io.nabla.benchmarks.quick;
