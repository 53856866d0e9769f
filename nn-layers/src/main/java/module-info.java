/**
<<<<<<< HEAD
 * The layers: dense, for images, dropout and those that normalize.
=======
 * The layers: dense, dropout, embedding, residual, recurrent and those that normalize.
>>>>>>> 8bcb2b9 (Read sequences: embedding and gated recurrent units, with the figures of PyTorch)
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
