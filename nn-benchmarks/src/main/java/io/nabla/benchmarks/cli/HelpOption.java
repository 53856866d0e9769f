package io.nabla.benchmarks.cli;

import picocli.CommandLine.Option;

/** The option of every command; picocli alone reads it. */
public final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    /** The option, not yet set. */
    public HelpOption() {}
}
