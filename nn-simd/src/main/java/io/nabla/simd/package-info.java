/**
 * Kernels on the JDK's Vector API, with the bits of the plain kernels.
 *
 * <p>The classes for doubles and for floats are the same line by line but for the types; a test holds them to it.
 */
package io.nabla.simd;
