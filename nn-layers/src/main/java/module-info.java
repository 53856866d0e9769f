/**
 * The layers: dense, for images, dropout, those that normalize, that hold layers, and that read sequences.
 *
 * <p>Guice is optional here. Therefore this module does not declare {@code provides com.google.inject.Module}, with
 * which it could not be resolved without Guice; its Guice module is named in {@code META-INF/services} alone, on both
 * paths.
 */
module io.nabla.layers {
    requires transitive io.nabla.api;
    requires static com.google.guice;

    exports io.nabla.layers;
}
