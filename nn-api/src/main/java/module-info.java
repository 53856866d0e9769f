/** The SPIs of Nabla (layers, activations, costs, optimizers, ...) and the values that they mention. It depends on nothing. */
module io.nabla.api {
    exports io.nabla.api;
}
