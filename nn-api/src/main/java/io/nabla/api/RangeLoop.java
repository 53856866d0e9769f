package io.nabla.api;

/**
 * A loop over a range of elements whose iterations do not need each other, so that threads can share it.
 *
 * <pre>{@code
 * double[] w = weights.doubles();
 * kernels.run((from, to) -> {
 *     for (int i = from; i < to; i++) {
 *         w[i] *= 0.5;
 *     }
 * }, 0, weights.size());
 * }</pre>
 *
 * @see Kernels#run
 */
@FunctionalInterface
public interface RangeLoop {
    /** Does the iterations {@code from} to {@code to - 1}. */
    void run(int from, int to);
}
