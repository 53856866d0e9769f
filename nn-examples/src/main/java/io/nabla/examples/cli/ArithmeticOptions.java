package io.nabla.examples.cli;

import io.nabla.api.Precision;
import io.nabla.examples.config.ArithmeticConfig;
import io.nabla.examples.config.ConfigTree;
import picocli.CommandLine.Option;

/** The options of commands that compute: how numbers are stored and multiplied. */
public final class ArithmeticOptions {
    private static final String TRAINING = "training";

    @Option(
            names = "--precision",
            paramLabel = "P",
            description = "How numbers are stored: ${COMPLETION-CANDIDATES} (default: double).")
    private Precision precision;

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
    public ArithmeticOptions() {}

    /** The kernels that the user chose, on as many threads, which end when it is closed. */
    public ChosenKernels open() {
        return ChosenKernels.open(UserError.unlessRefused(() -> ArithmeticConfig.of(over(ConfigTree.book()))));
    }

    /** These settings with what is given here. */
    public ConfigTree over(ConfigTree config) {
        return config.with("--precision", precision, TRAINING, "precision")
                .with("--kernels", kernels, TRAINING, "kernels")
                .with("--threads", threads, TRAINING, "threads");
    }
}
