package io.nabla.guice;

/** An exception and its causes in one line. */
final class Reason {
    private Reason() {}

    /** The messages of the exception and of each of its causes that says something new. */
    static String of(Throwable thrown) {
        StringBuilder reason = new StringBuilder(words(thrown));
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            String words = words(cause);
            if (reason.indexOf(words) < 0) {
                reason.append(": ").append(words);
            }
        }
        return reason.toString();
    }

    /** A bare class name says too little of an error, and a bare message ("demo/Cube") too: give both. */
    private static String words(Throwable thrown) {
        return thrown.getMessage() != null && thrown.getMessage().contains(" ")
                ? thrown.getMessage()
                : thrown.toString();
    }
}
