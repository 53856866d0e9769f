/**
 * The activation functions: from sigmoid, tanh and relu to elu, silu and mish, identity and softmax.
 *
 * <p>Guice is optional here. Therefore this module does not declare {@code provides com.google.inject.Module}, with
 * which it could not be resolved without Guice; its Guice module is named in {@code META-INF/services} alone, on both
 * paths.
 */
module io.nabla.activations {
    requires transitive io.nabla.api;
    requires static com.google.guice;

    exports io.nabla.activations;
}
