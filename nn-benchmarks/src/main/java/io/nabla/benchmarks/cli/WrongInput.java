package io.nabla.benchmarks.cli;

/** The user's input is wrong; the message is one line that says what, and what to do. */
public final class WrongInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An error in these words. */
    public WrongInput(String message) {
        super(message);
    }

    /** An error in these words that was found out by another one. */
    public WrongInput(String message, Throwable cause) {
        super(message, cause);
    }
}
