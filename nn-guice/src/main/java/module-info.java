/** The composition root: fills the registry of plug-ins from the Guice modules on the path and in plug-in folders. */
module io.nabla.guice {
    requires transitive io.nabla.api;
    requires com.google.guice;
    // Guice has no module-info to ask for what it needs itself.
    requires com.google.common;
    requires jakarta.inject;
    requires org.slf4j;

    exports io.nabla.guice;

    uses com.google.inject.Module;
}
