package io.nabla.core.kernels;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Product;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Kernels on Commons Math's {@link RealMatrix}, in double: an independent reference for all others, and slow.
 *
 * <p>They agree with the plain kernels to rounding, not to the bit: Commons Math sums without fused multiply-add.
 */
public final class CommonsMathKernels implements Kernels {
    /** The name under which they are asked for. */
    public static final String NAME = "commons-math";

    /** The only instance that is needed: it has no state. */
    public CommonsMathKernels() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Precision precision() {
        return Precision.DOUBLE;
    }

    private static RealVector slice(Matrix matrix, int from, int to) {
        return new ArrayRealVector(matrix.doubles(), from, to - from);
    }

    private static void write(RealVector vector, Matrix result, int from) {
        for (int i = 0; i < vector.getDimension(); i++) {
            result.set(from + i, vector.getEntry(i));
        }
    }

    @Override
    public void multiply(Product product, Matrix a, Matrix b, Matrix c, boolean accumulate, int from, int to) {
        if (from == to) {
            return;
        }
        RealMatrix left =
                product == Product.LEFT_TRANSPOSED ? RealMatrices.toReal(a).transpose() : RealMatrices.toReal(a);
        RealMatrix right =
                product == Product.RIGHT_TRANSPOSED ? RealMatrices.toReal(b).transpose() : RealMatrices.toReal(b);
        RealMatrix result = left.multiply(right.getSubMatrix(0, right.getRowDimension() - 1, from, to - 1));
        for (int column = from; column < to; column++) {
            for (int row = 0; row < c.rows(); row++) {
                double value = result.getEntry(row, column - from);
                c.set(row, column, accumulate ? c.get(row, column) + value : value);
            }
        }
    }

    @Override
    public void map(DoubleUnaryOperator f, Matrix x, Matrix result, int from, int to) {
        write(slice(x, from, to).map(f::applyAsDouble), result, from);
    }

    @Override
    public void zip(DoubleBinaryOperator f, Matrix x, Matrix y, Matrix result, int from, int to) {
        for (int i = from; i < to; i++) {
            result.set(i, f.applyAsDouble(x.get(i), y.get(i)));
        }
    }

    @Override
    public void combine(double alpha, Matrix x, double beta, Matrix y, Matrix result, int from, int to) {
        write(slice(x, from, to).combine(alpha, beta, slice(y, from, to)), result, from);
    }

    @Override
    public void hadamard(Matrix x, Matrix y, Matrix result, int from, int to) {
        write(slice(x, from, to).ebeMultiply(slice(y, from, to)), result, from);
    }

    @Override
    public void fillColumns(Matrix b, Matrix c, int from, int to) {
        for (int column = from; column < to; column++) {
            write(slice(b, 0, b.rows()), c, column * c.rows());
        }
    }

    @Override
    public void addRowSums(Matrix x, Matrix sums, int from, int to) {
        RealVector ones = new ArrayRealVector(x.columns(), 1.0);
        RealVector totals = RealMatrices.toReal(x).operate(ones);
        for (int row = from; row < to; row++) {
            sums.set(row, sums.get(row) + totals.getEntry(row));
        }
    }
}
