package io.nabla.examples.cli;

import java.util.function.Supplier;

/** The user's input is wrong; the message is one line that says what, and what to do. */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An error in these words. */
    public UserError(String message) {
        super(message);
    }

    /** An error in these words that was found out by another one. */
    public UserError(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Makes something out of what the user gave; a library that refuses it tells the user why, in the first line of its message: what
     * follows, such as a picture of the network, is left out.
     */
    public static <T> T unlessRefused(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
        }
    }
}
