package io.nabla.examples.cli;

import io.nabla.api.Precision;
import io.nabla.examples.config.ArithmeticConfig;
import io.nabla.examples.config.ConfigTree;
import picocli.CommandLine.Option;

/** The options of commands that compute: how numbers are multiplied. */
public final class KernelsOptions {
    private static final String TRAINING = "training";

    @Option(
            names = "--kernels",
            paramLabel = "NAME",
            description = "The arithmetic on matrices, see 'nn kernels' (default: the fastest that can run here).")
    private String kernels;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that share large operations; their number does not change the results (default: 1).")
    private Integer threads;

    /** The options, not yet set. */
    public KernelsOptions() {}

    /** The kernels that the user chose, for numbers that are stored so; they end when it is closed. */
    public ChosenKernels open(Precision precision) {
        ConfigTree config = over(ConfigTree.book()).with("precision", precision, TRAINING, "precision");
        return ChosenKernels.open(UserError.unlessRefused(() -> ArithmeticConfig.of(config)));
    }

    /** These settings with what is given here. */
    public ConfigTree over(ConfigTree config) {
        return config.with("--kernels", kernels, TRAINING, "kernels").with("--threads", threads, TRAINING, "threads");
    }
}
