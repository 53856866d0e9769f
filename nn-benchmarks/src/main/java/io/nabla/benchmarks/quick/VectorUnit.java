package io.nabla.benchmarks.quick;

import jdk.incubator.vector.VectorShape;

/** The vectors that the simd kernels use. A class of its own: it loads only where the Vector API is there. */
final class VectorUnit {
    private VectorUnit() {}

    /** Their width, which the system property {@code io.nabla.simd.bits} may narrow. */
    static int bits() {
        return Integer.getInteger(
                "io.nabla.simd.bits", VectorShape.preferredShape().vectorBitSize());
    }
}
