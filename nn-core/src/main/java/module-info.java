/** Networks, backpropagation and training: the book's algorithm, generic in its layers, activations and costs. */
@SuppressWarnings("requires-transitive-automatic") // Commons Math 3 has no module-info.
module io.nabla.core {
    requires transitive io.nabla.api;
    requires transitive commons.math3;
    requires org.slf4j;

    exports io.nabla.core;
    exports io.nabla.core.kernels;
    exports io.nabla.core.random;

    uses io.nabla.api.KernelsProvider;

    provides io.nabla.api.KernelsProvider with
            io.nabla.core.kernels.PlainKernelsProvider,
            io.nabla.core.kernels.CommonsMathKernelsProvider;
}
