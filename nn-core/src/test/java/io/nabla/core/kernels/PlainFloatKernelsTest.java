package io.nabla.core.kernels;

import io.nabla.api.Kernels;
import io.nabla.api.Precision;
import io.nabla.testkit.KernelsContract;

class PlainFloatKernelsTest implements KernelsContract {
    @Override
    public Kernels kernels() {
        return PlainKernels.of(Precision.FLOAT);
    }
}
