package io.nabla.examples.cli;

import io.nabla.api.Kernels;
import io.nabla.api.Precision;
import io.nabla.core.kernels.AvailableKernels;
import picocli.CommandLine.Option;

/** The options of commands that compute: how numbers are stored and multiplied. */
public final class ArithmeticOptions {
    private static final int MAX_THREADS = 256;

    @Option(
            names = "--precision",
            paramLabel = "P",
            defaultValue = "double",
            description = "How numbers are stored: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Precision precision = Precision.DOUBLE;

    @Option(
            names = "--kernels",
            paramLabel = "NAME",
            description = "The arithmetic on matrices, see 'nn kernels' (default: the fastest that can run here).")
    private String name;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads that share large operations; their number does not change the results"
                    + " (default: ${DEFAULT-VALUE}).")
    private int threads;

    /** The options, not yet set. */
    public ArithmeticOptions() {}

    /** The kernels that the user chose, on as many threads, which end when it is closed. */
    public ChosenKernels open() {
        if (threads < 1 || threads > MAX_THREADS) {
            throw new UserError("--threads is 1 to " + MAX_THREADS + ", but got " + threads);
        }
        AvailableKernels available = new AvailableKernels();
        Kernels kernels = name == null
                ? available.best(precision)
                : UserError.unlessRefused(() -> available.named(name, precision));
        return ChosenKernels.on(kernels, threads);
    }
}
