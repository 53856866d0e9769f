package io.nabla.api;

/** Something that a configuration, a command line or a model file can ask for by name. */
public interface Named {
    /**
     * The name under which this plug-in is found, such as {@code sigmoid} or {@code cross-entropy}.
     *
     * @return lower-case letters, digits and hyphens, beginning with a letter; the same at every call
     */
    String name();
}
