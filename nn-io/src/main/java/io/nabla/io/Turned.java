package io.nabla.io;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;

/** Rows for columns: a file has an example in a row, as readers in Python expect, and a pass has it in a column. */
final class Turned {
    private Turned() {}

    static Matrix of(Matrix matrix) {
        return of(matrix, matrix.kernels());
    }

    static Matrix of(Matrix matrix, Kernels kernels) {
        int turnedRows = matrix.columns();
        int turnedColumns = matrix.rows();
        Matrix turned = Matrix.zeros(kernels, turnedRows, turnedColumns);
        for (int i = 0; i < turnedRows; i++) {
            for (int j = 0; j < turnedColumns; j++) {
                turned.set(i, j, matrix.get(j, i));
            }
        }
        return turned;
    }
}
