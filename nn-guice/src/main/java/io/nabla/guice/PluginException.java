package io.nabla.guice;

/** A plug-in, its jar or its folder is not as it should be; the message says which, why, and what to do. */
public final class PluginException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PluginException(String message) {
        super(message);
    }

    PluginException(String message, Throwable cause) {
        super(message, cause);
    }
}
