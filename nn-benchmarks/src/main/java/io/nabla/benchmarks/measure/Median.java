package io.nabla.benchmarks.measure;

import java.util.Arrays;

/** The value in the middle. */
public final class Median {
    private Median() {}

    /**
     * The median: of an even number of values, the mean of the two in the middle.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static double of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a median needs at least one value");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : 0.5 * (sorted[middle - 1] + sorted[middle]);
    }
}
