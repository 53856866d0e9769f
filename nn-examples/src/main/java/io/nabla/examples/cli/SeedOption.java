package io.nabla.examples.cli;

import picocli.CommandLine.Option;

/** The option of commands that draw random numbers. */
public final class SeedOption {
    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Where all randomness begins: the same seed gives the same weights, bit for bit"
                    + " (default: ${DEFAULT-VALUE}).")
    private int seed;

    /** The option, not yet set. */
    public SeedOption() {}

    /** The seed, not negative. */
    public int seed() {
        if (seed < 0) {
            throw new UserError("--seed is 0 to " + Integer.MAX_VALUE + ", but got " + seed);
        }
        return seed;
    }
}
