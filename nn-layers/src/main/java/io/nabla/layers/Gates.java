package io.nabla.layers;

import io.nabla.api.Matrix;

/** The gates of recurrent units, which stand above one another in a matrix of 3·units rows: 0 the reset, 1 the update, 2 the new. */
final class Gates {
    private static final int COUNT = 3;

    private Gates() {}

    /** The rows of one gate in some columns, copied. */
    static Matrix get(Matrix all, int gate, int fromColumn, int columns) {
        int units = all.rows() / COUNT;
        Matrix one = all.fresh(units, columns);
        for (int column = 0; column < columns; column++) {
            Numbers.copy(all, place(all, gate, fromColumn + column), one, column * units, units);
        }
        return one;
    }

    /** Writes the rows of one gate, from a column on. */
    static void put(Matrix one, Matrix all, int gate, int fromColumn) {
        for (int column = 0; column < one.columns(); column++) {
            Numbers.copy(one, column * one.rows(), all, place(all, gate, fromColumn + column), one.rows());
        }
    }

    private static int place(Matrix all, int gate, int column) {
        return column * all.rows() + gate * (all.rows() / COUNT);
    }
}
