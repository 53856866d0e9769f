package io.nabla.testkit;

import io.nabla.api.ElementaryBackward;
import io.nabla.api.ElementaryFunction;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Product;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Kernels as their Javadoc says, element by element: nn-core, which has the real ones, is built after this module. */
class ReferenceKernels implements Kernels {
    private final Precision precision;

    ReferenceKernels(Precision precision) {
        this.precision = precision;
    }

    @Override
    public String name() {
        return "reference";
    }

    @Override
    public Precision precision() {
        return precision;
    }

    double fma(double x, double y, double z) {
        return precision == Precision.DOUBLE ? Math.fma(x, y, z) : Math.fma((float) x, (float) y, (float) z);
    }

    double rounded(double x) {
        return precision == Precision.DOUBLE ? x : (float) x;
    }

    @Override
    public void multiply(Product product, Matrix a, Matrix b, Matrix c, boolean accumulate, int from, int to) {
        for (int column = from; column < to; column++) {
            for (int row = 0; row < c.rows(); row++) {
                double sum = accumulate ? c.get(row, column) : 0;
                for (int k = 0; k < product.inner(a); k++) {
                    double left = product == Product.LEFT_TRANSPOSED ? a.get(k, row) : a.get(row, k);
                    double right = product == Product.RIGHT_TRANSPOSED ? b.get(column, k) : b.get(k, column);
                    sum = fma(left, right, sum);
                }
                c.set(row, column, sum + 0.0);
            }
        }
    }

    @Override
    public void map(DoubleUnaryOperator f, Matrix x, Matrix result, int from, int to) {
        for (int i = from; i < to; i++) {
            double value = x.get(i);
            result.set(
                    i,
                    f instanceof ElementaryFunction known
                            ? PlainLoops.elementary(precision(), known, value)
                            : f.applyAsDouble(value));
        }
    }

    @Override
    public void zip(DoubleBinaryOperator f, Matrix x, Matrix y, Matrix result, int from, int to) {
        for (int i = from; i < to; i++) {
            double left = x.get(i);
            double right = y.get(i);
            result.set(
                    i,
                    f instanceof ElementaryBackward known
                            ? PlainLoops.elementary(precision(), known, left, right)
                            : f.applyAsDouble(left, right));
        }
    }

    @Override
    public void combine(double alpha, Matrix x, double beta, Matrix y, Matrix result, int from, int to) {
        for (int i = from; i < to; i++) {
            result.set(i, fma(beta, y.get(i), rounded(rounded(alpha) * x.get(i))));
        }
    }

    @Override
    public void hadamard(Matrix x, Matrix y, Matrix result, int from, int to) {
        for (int i = from; i < to; i++) {
            result.set(i, x.get(i) * y.get(i));
        }
    }

    @Override
    public void fillColumns(Matrix b, Matrix c, int from, int to) {
        for (int column = from; column < to; column++) {
            for (int row = 0; row < c.rows(); row++) {
                c.set(row, column, b.get(row));
            }
        }
    }

    @Override
    public void addRowSums(Matrix x, Matrix sums, int from, int to) {
        for (int row = from; row < to; row++) {
            for (int column = 0; column < x.columns(); column++) {
                sums.set(row, sums.get(row) + x.get(row, column));
            }
        }
    }
}
