package io.nabla.benchmarks.cli;

import picocli.CommandLine.Option;

/** Where the randomness of a start and of a shuffle begins. */
public final class SeedOption {
    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Where all randomness begins (default: ${DEFAULT-VALUE}).")
    private int seed;

    /** The option, not yet set. */
    public SeedOption() {}

    /** The seed, not negative. */
    public int seed() {
        if (seed < 0) {
            throw new WrongInput("--seed is 0 to " + Integer.MAX_VALUE + ", but got " + seed);
        }
        return seed;
    }
}
