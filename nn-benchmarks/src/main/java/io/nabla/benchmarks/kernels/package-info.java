/**
 * JMH benchmarks of the arithmetic: matrix products by their shapes, elementwise functions, and what the core can do at best.
 *
 * <p>JMH derives classes from those with benchmarks or counters, so these alone are not final.
 */
package io.nabla.benchmarks.kernels;
