/** The networks that are measured: the same that other libraries are measured with. */
package io.nabla.benchmarks.workloads;
