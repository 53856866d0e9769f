/** The program {@code nn}: training, the book's experiments replayed, gradient checks. */
module io.nabla.examples {
    requires com.fasterxml.jackson.core;
    requires info.picocli;
    requires io.nabla.activations;
    requires io.nabla.api;
    requires io.nabla.core;
    requires io.nabla.costs;
    requires io.nabla.data;
    requires io.nabla.guice;
    requires io.nabla.io;
    requires io.nabla.layers;
    requires io.nabla.optimizers;
    requires io.nabla.serving;

    // picocli fills the fields of commands and options.
    opens io.nabla.examples to
            info.picocli;
    opens io.nabla.examples.book to
            info.picocli;
    opens io.nabla.examples.cli to
            info.picocli;
    opens io.nabla.examples.download to
            info.picocli;
    opens io.nabla.examples.gradcheck to
            info.picocli;
    opens io.nabla.examples.listing to
            info.picocli;
    opens io.nabla.examples.model to
            info.picocli;
    opens io.nabla.examples.train to
            info.picocli;
}
