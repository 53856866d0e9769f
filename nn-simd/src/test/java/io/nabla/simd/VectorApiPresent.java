package io.nabla.simd;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nabla.api.Precision;
import org.junit.jupiter.api.BeforeAll;

/** Tests that need the Vector API are skipped, saying so, where the JVM runs without it. */
class VectorApiPresent {
    @BeforeAll
    static void isThere() {
        assumeTrue(
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(),
                () -> new SimdKernelsProvider().whyNot(Precision.DOUBLE));
    }
}
