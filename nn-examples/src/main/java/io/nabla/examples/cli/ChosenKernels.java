package io.nabla.examples.cli;

import io.nabla.api.Kernels;
import io.nabla.core.kernels.AvailableKernels;
import io.nabla.core.kernels.ThreadedKernels;
import io.nabla.examples.config.ArithmeticConfig;

/** Kernels and their threads, to be closed when the work is done. */
public final class ChosenKernels implements AutoCloseable {
    private final Kernels kernels;
    private final int threads;

    private ChosenKernels(Kernels kernels, int threads) {
        this.kernels = kernels;
        this.threads = threads;
    }

    /**
     * The kernels that are asked for, on as many threads.
     *
     * @throws UserError if there are none of that name, or they cannot run
     */
    public static ChosenKernels open(ArithmeticConfig config) {
        AvailableKernels available = new AvailableKernels();
        Kernels kernels = config.kernels()
                .map(name -> UserError.unlessRefused(
                        () -> name.place().orRefuse(() -> available.named(name.asText(), config.precision()))))
                .orElseGet(() -> available.best(config.precision()));
        int threads = config.threads();
        return new ChosenKernels(threads == 1 ? kernels : new ThreadedKernels(kernels, threads), threads);
    }

    /** The arithmetic. */
    public Kernels kernels() {
        return kernels;
    }

    /** How many threads it may use. */
    public int threads() {
        return threads;
    }

    /** In words: {@code plain, double, 1 thread}. */
    @Override
    public String toString() {
        return kernels.name() + ", " + kernels.precision() + ", " + threads + (threads == 1 ? " thread" : " threads");
    }

    /** Ends the threads. */
    @Override
    public void close() {
        if (kernels instanceof ThreadedKernels threaded) {
            threaded.close();
        }
    }
}
