package io.nabla.examples.cli;

import picocli.CommandLine.Option;

/**
 * The options of every command.
 *
 * <p>Nobody reads them but picocli and {@link Failures}: so a command keeps them in a field that is not private, else the
 * compiler's checks would call it unused.
 */
public final class CommonOptions {
    static final String DEBUG = "--debug";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(names = DEBUG, description = "Show the stack trace of an error.")
    boolean debug;

    /** The options, not yet set. */
    public CommonOptions() {}
}
