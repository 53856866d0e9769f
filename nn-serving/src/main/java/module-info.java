/** Saved models in service: what a user has in, classes with probabilities or numbers out, on any number of threads. */
module io.nabla.serving {
    requires transitive io.nabla.api;
    requires transitive io.nabla.core;
    requires transitive io.nabla.data;
    requires transitive io.nabla.io;

    exports io.nabla.serving;
}
