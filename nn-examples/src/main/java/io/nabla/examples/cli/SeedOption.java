package io.nabla.examples.cli;

import io.nabla.examples.config.ConfigTree;
import io.nabla.examples.config.TrainingConfig;
import picocli.CommandLine.Option;

/** The option of commands that draw random numbers. */
public final class SeedOption {
    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "Where all randomness begins: the same seed gives the same weights, bit for bit (default: 42).")
    private Integer seed;

    /** The option, not yet set. */
    public SeedOption() {}

    /** The seed, not negative. */
    public int seed() {
        return UserError.unlessRefused(() -> TrainingConfig.seed(over(ConfigTree.book())));
    }

    /** These settings with the seed, if one is given. */
    public ConfigTree over(ConfigTree config) {
        return config.with("--seed", seed, "training", "seed");
    }
}
