package io.nabla.core.kernels;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** Copies between {@link Matrix} and Commons Math's {@link RealMatrix}. */
public final class RealMatrices {
    private RealMatrices() {}

    /** The same numbers as a Commons Math matrix. */
    public static RealMatrix toReal(Matrix matrix) {
        RealMatrix real = MatrixUtils.createRealMatrix(matrix.rows(), matrix.columns());
        for (int column = 0; column < matrix.columns(); column++) {
            for (int row = 0; row < matrix.rows(); row++) {
                real.setEntry(row, column, matrix.get(row, column));
            }
        }
        return real;
    }

    /** The same numbers, rounded to the kernels' precision, as a matrix of these kernels. */
    public static Matrix fromReal(Kernels kernels, RealMatrix real) {
        return Matrix.of(kernels, real.getData());
    }
}
