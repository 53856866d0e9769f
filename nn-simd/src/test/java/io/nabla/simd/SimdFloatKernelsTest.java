package io.nabla.simd;

import io.nabla.api.Kernels;
import io.nabla.api.Precision;
import io.nabla.testkit.KernelsContract;

class SimdFloatKernelsTest extends VectorApiPresent implements KernelsContract {
    @Override
    public Kernels kernels() {
        return new SimdKernelsProvider().kernels(Precision.FLOAT).orElseThrow();
    }
}
