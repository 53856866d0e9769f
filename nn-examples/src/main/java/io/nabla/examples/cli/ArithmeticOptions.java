package io.nabla.examples.cli;

import io.nabla.api.Precision;
import io.nabla.examples.config.ArithmeticConfig;
import io.nabla.examples.config.ConfigTree;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that compute: how numbers are stored and multiplied. */
public final class ArithmeticOptions {
    @Option(
            names = "--precision",
            paramLabel = "P",
            description = "How numbers are stored: ${COMPLETION-CANDIDATES} (default: double).")
    private Precision precision;

    @Mixin
    private final KernelsOptions kernels = new KernelsOptions();

    /** The options, not yet set. */
    public ArithmeticOptions() {}

    /** The kernels that the user chose, on as many threads, which end when it is closed. */
    public ChosenKernels open() {
        return ChosenKernels.open(UserError.unlessRefused(() -> ArithmeticConfig.of(over(ConfigTree.book()))));
    }

    /** These settings with what is given here. */
    public ConfigTree over(ConfigTree config) {
        return kernels.over(config).with("--precision", precision, "training", "precision");
    }
}
