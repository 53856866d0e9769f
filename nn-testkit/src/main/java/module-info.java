/** Contracts for authors of plug-ins: JUnit 5 interfaces that a test class implements in one line. */
module io.nabla.testkit {
    requires transitive io.nabla.api;
    requires transitive org.junit.jupiter.api;

    exports io.nabla.testkit;

    uses io.nabla.api.KernelsProvider;
}
