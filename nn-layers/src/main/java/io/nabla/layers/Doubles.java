package io.nabla.layers;

import io.nabla.api.Matrix;
import io.nabla.api.Precision;

/** The numbers of a matrix of either precision as doubles, for loops that sum in double. */
final class Doubles {
    private Doubles() {}

    /** The numbers in their order: the storage itself, or a copy if the matrix holds floats. Read only. */
    static double[] of(Matrix a) {
        if (a.precision() == Precision.DOUBLE) {
            return a.doubles();
        }
        float[] floats = a.floats();
        double[] doubles = new double[a.size()];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = floats[i];
        }
        return doubles;
    }

    /** Where to write the numbers of a new matrix: its storage, or room that {@link #written} then copies from. */
    static double[] room(Matrix z) {
        return z.precision() == Precision.DOUBLE ? z.doubles() : new double[z.size()];
    }

    /** The matrix with the numbers that were written to its room. */
    static Matrix written(double[] room, Matrix z) {
        if (z.precision() == Precision.FLOAT) {
            float[] floats = z.floats();
            for (int i = 0; i < room.length; i++) {
                floats[i] = (float) room[i];
            }
        }
        return z;
    }
}
