/** Kernels on the JDK's Vector API, with the bits of the plain ones. */
module io.nabla.simd {
    requires io.nabla.api;
    requires jdk.incubator.vector;

    provides io.nabla.api.KernelsProvider with
            io.nabla.simd.SimdKernelsProvider;
}
