package io.nabla.benchmarks.workloads;

import io.nabla.api.Precision;

/** A precision under the name that NumPy gives it, which the lines of results use. */
public final class DataType {
    private DataType() {}

    /** {@code float64} or {@code float32}. */
    public static String of(Precision precision) {
        return "float" + 8 * precision.bytes();
    }
}
