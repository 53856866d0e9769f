package io.nabla.testkit;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import java.util.SplittableRandom;

/** Seeded numbers for tests. */
final class Draws {
    private final SplittableRandom random;
    private final boolean floats;

    private Draws(long seed, boolean floats) {
        this.random = new SplittableRandom(seed);
        this.floats = floats;
    }

    /** Numbers that are floats, so that matrices of both precisions hold the same ones. */
    Draws(long seed) {
        this(seed, true);
    }

    /** Numbers with all digits of a double, whose products have to be rounded. */
    static Draws ofDoubles(long seed) {
        return new Draws(seed, false);
    }

    double between(double low, double high) {
        double value = low + (high - low) * random.nextDouble();
        return floats ? (float) value : value;
    }

    int index(int bound) {
        return random.nextInt(bound);
    }

    double[] array(int length, double low, double high) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = between(low, high);
        }
        return values;
    }

    double[][] rows(int rows, int columns, double low, double high) {
        double[][] values = new double[rows][];
        for (int row = 0; row < rows; row++) {
            values[row] = array(columns, low, high);
        }
        return values;
    }

    Matrix matrix(Kernels kernels, int rows, int columns, double low, double high) {
        Matrix matrix = Matrix.zeros(kernels, rows, columns);
        fill(matrix, low, high);
        return matrix;
    }

    void fill(Matrix matrix, double low, double high) {
        for (int i = 0; i < matrix.size(); i++) {
            matrix.set(i, between(low, high));
        }
    }
}
