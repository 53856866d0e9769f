package io.nabla.benchmarks.cli;

import io.nabla.api.Kernels;
import io.nabla.api.Precision;
import io.nabla.core.kernels.AvailableKernels;
import picocli.CommandLine.Option;

/** Which arithmetic is measured, and on how many threads. */
public final class KernelsOptions {
    private static final int MAX_THREADS = 256;

    @Option(
            names = "--kernels",
            paramLabel = "NAME",
            description = "The arithmetic on matrices: simd, plain, ... (default: the fastest that can run here).")
    private String name;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads that share large operations (default: ${DEFAULT-VALUE}).")
    private int threads;

    /** The options, not yet set. */
    public KernelsOptions() {}

    private int threads() {
        if (threads < 1 || threads > MAX_THREADS) {
            throw new WrongInput("--threads is 1 to " + MAX_THREADS + ", but got " + threads);
        }
        return threads;
    }

    /**
     * Checks before anything is measured that the kernels can run.
     *
     * @throws WrongInput if they cannot, telling why
     */
    public void check(Precision precision) {
        threads();
        find(precision);
    }

    /** The kernels of a precision on their threads, which end when it is closed. */
    public OpenKernels open(Precision precision) {
        return OpenKernels.of(find(precision), threads());
    }

    private Kernels find(Precision precision) {
        AvailableKernels available = new AvailableKernels();
        try {
            return name == null ? available.best(precision) : available.named(name, precision);
        } catch (IllegalArgumentException e) {
            throw new WrongInput(e.getMessage(), e);
        }
    }
}
