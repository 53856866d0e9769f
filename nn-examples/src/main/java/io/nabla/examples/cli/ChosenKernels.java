package io.nabla.examples.cli;

import io.nabla.api.Kernels;
import io.nabla.core.kernels.ThreadedKernels;

/** Kernels and their threads, to be closed when the work is done. */
public final class ChosenKernels implements AutoCloseable {
    private final Kernels kernels;
    private final int threads;

    private ChosenKernels(Kernels kernels, int threads) {
        this.kernels = kernels;
        this.threads = threads;
    }

    static ChosenKernels on(Kernels kernels, int threads) {
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
