/**
 * The activation functions: from sigmoid, tanh and relu to elu, silu and mish, identity and softmax, and those of
 * a formula of one's own.
 *
 * <p>Guice is optional here. Therefore this module does not declare {@code provides com.google.inject.Module}, with
 * which it could not be resolved without Guice; its Guice module is named in {@code META-INF/services} alone, on both
 * paths.
 */
@SuppressWarnings("requires-transitive-automatic") // Commons Math 3 has no module-info.
module io.nabla.activations {
    requires transitive io.nabla.api;
    requires transitive commons.math3;
    requires static com.google.guice;

    exports io.nabla.activations;
}
