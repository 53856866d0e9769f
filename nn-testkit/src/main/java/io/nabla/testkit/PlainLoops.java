package io.nabla.testkit;

import io.nabla.api.ElementaryBackward;
import io.nabla.api.ElementaryFunction;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Product;

/** The arithmetic of {@link io.nabla.api.Kernels} one element at a time, as its Javadoc defines it. */
final class PlainLoops {
    private PlainLoops() {}

    /**
     * One element of a product, summed over ascending k with fused multiply-add.
     *
     * @param start what the sum begins with
     * @param skipZeros whether factors of the right operand that are exactly zero are left out
     */
    static double product(Product product, Matrix a, Matrix b, double start, int row, int column, boolean skipZeros) {
        boolean inDoubles = a.precision() == Precision.DOUBLE;
        double sum = start;
        for (int k = 0; k < product.inner(a); k++) {
            double left = left(product, a, row, k);
            double right = right(product, b, k, column);
            if (skipZeros && right == 0) {
                continue;
            }
            sum = inDoubles ? Math.fma(left, right, sum) : Math.fma((float) left, (float) right, (float) sum);
        }
        // A sum that comes out as zero is +0, whatever was left out.
        return sum + 0.0;
    }

    /** The sum of the sizes of what a product adds up: rounding is measured against it. */
    static double size(Product product, Matrix a, Matrix b, double start, int row, int column) {
        double size = Math.abs(start);
        for (int k = 0; k < product.inner(a); k++) {
            size += Math.abs(left(product, a, row, k) * right(product, b, k, column));
        }
        return size;
    }

    private static double left(Product product, Matrix a, int row, int k) {
        return product == Product.LEFT_TRANSPOSED ? a.get(k, row) : a.get(row, k);
    }

    private static double right(Product product, Matrix b, int k, int column) {
        return product == Product.RIGHT_TRANSPOSED ? b.get(column, k) : b.get(k, column);
    }

    static double combine(Precision precision, double alpha, double x, double beta, double y) {
        return precision == Precision.DOUBLE
                ? Math.fma(beta, y, alpha * x)
                : Math.fma((float) beta, (float) y, (float) alpha * (float) x);
    }

    /** A sum or a product computed in double, as the precision stores it: for floats that rounds as float arithmetic does. */
    static double stored(Precision precision, double value) {
        return precision == Precision.DOUBLE ? value : (float) value;
    }

    /** An elementary function in the arithmetic of the precision. */
    static double elementary(Precision precision, ElementaryFunction f, double x) {
        return precision == Precision.DOUBLE ? f.applyAsDouble(x) : f.applyAsFloat((float) x);
    }

    /** The way back through an elementary function in the arithmetic of the precision. */
    static double elementary(Precision precision, ElementaryBackward f, double error, double a) {
        return precision == Precision.DOUBLE ? f.applyAsDouble(error, a) : f.applyAsFloat((float) error, (float) a);
    }
}
