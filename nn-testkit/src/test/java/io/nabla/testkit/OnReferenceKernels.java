package io.nabla.testkit;

import io.nabla.api.Kernels;
import io.nabla.api.Precision;

/** Lets a contract compute with the reference kernels of these tests. */
interface OnReferenceKernels extends UsesKernels {
    @Override
    default Kernels kernels(Precision precision) {
        return new ReferenceKernels(precision);
    }
}
