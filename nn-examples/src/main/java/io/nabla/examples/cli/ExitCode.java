package io.nabla.examples.cli;

/** What the program tells the shell. */
public final class ExitCode {
    /** Everything went well. */
    public static final int OK = 0;

    /** Something failed that is not the user's doing. */
    public static final int FAILURE = 1;

    /** An option, a file or a name is not as it should be. */
    public static final int WRONG_INPUT = 2;

    /** Training diverged: a cost or a parameter became NaN or infinite. */
    public static final int DIVERGED = 3;

    /** Ctrl-C, and what was learned so far was reported: 128 and the number of SIGINT. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
