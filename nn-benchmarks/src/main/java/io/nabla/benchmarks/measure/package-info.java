/** Clocks, medians and the line in which a result is told. */
package io.nabla.benchmarks.measure;
