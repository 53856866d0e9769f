/**
 * How parameters start and move: initializers, optimizers with their schedules, clipping, and regularizers.
 *
 * <p>Guice is optional here. Therefore this module does not declare {@code provides com.google.inject.Module}, with
 * which it could not be resolved without Guice; its Guice module is named in {@code META-INF/services} alone, on both
 * paths.
 */
module io.nabla.optimizers {
    requires transitive io.nabla.api;
    requires static com.google.guice;

    exports io.nabla.clipping;
    exports io.nabla.initializers;
    exports io.nabla.optimizers;
    exports io.nabla.regularizers;
    exports io.nabla.schedules;
}
