package io.nabla.benchmarks.cli;

import io.nabla.api.Kernels;
import io.nabla.core.kernels.ThreadedKernels;

/**
 * Kernels and their threads, to be closed when the work is done.
 *
 * @param kernels the arithmetic
 * @param threads how many threads it may use
 */
public record OpenKernels(Kernels kernels, int threads) implements AutoCloseable {
    /** Kernels on so many threads; on one they are as they were. */
    public static OpenKernels of(Kernels kernels, int threads) {
        return new OpenKernels(threads == 1 ? kernels : new ThreadedKernels(kernels, threads), threads);
    }

    /** What a result was reached with, in one word: {@code simd} or {@code simd-2threads}. */
    public String variant() {
        return threads == 1 ? kernels.name() : kernels.name() + "-" + threads + "threads";
    }

    /** Ends the threads. */
    @Override
    public void close() {
        if (kernels instanceof ThreadedKernels threaded) {
            threaded.close();
        }
    }
}
