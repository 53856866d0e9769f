package io.nabla.layers;

import io.nabla.api.Matrix;
import io.nabla.api.Precision;

/** Copies numbers from one matrix to another, of the same precision. */
final class Numbers {
    private Numbers() {}

    /** Copies numbers that stand next to each other, places counted column by column. */
    static void copy(Matrix from, int fromPlace, Matrix to, int toPlace, int count) {
        if (from.precision() == Precision.DOUBLE) {
            System.arraycopy(from.doubles(), fromPlace, to.doubles(), toPlace, count);
        } else {
            System.arraycopy(from.floats(), fromPlace, to.floats(), toPlace, count);
        }
    }
}
