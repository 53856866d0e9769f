/** Whole networks held against figures that PyTorch computed in float64. */
package io.nabla.examples.oracle;
