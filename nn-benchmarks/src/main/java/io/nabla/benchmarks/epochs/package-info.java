/** Whole epochs of training, by the protocol with which other libraries are measured. */
package io.nabla.benchmarks.epochs;
