package io.nabla.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Product;

/**
 * One matrix product that kernels are asked for, and what they should answer.
 *
 * @param product which operand is transposed
 * @param a left operand
 * @param b right operand
 * @param c what the result holds before
 */
record ProductCase(Product product, Matrix a, Matrix b, Matrix c) {
    /** Seeded operands of a product of {@code rows × inner} and {@code inner × columns}. */
    static ProductCase of(Kernels kernels, Product product, int rows, int inner, int columns) {
        Draws draws = Draws.ofDoubles(31L * rows + 17L * inner + columns);
        Matrix a = product == Product.LEFT_TRANSPOSED
                ? draws.matrix(kernels, inner, rows, -1, 1)
                : draws.matrix(kernels, rows, inner, -1, 1);
        Matrix b = product == Product.RIGHT_TRANSPOSED
                ? draws.matrix(kernels, columns, inner, -1, 1)
                : draws.matrix(kernels, inner, columns, -1, 1);
        return new ProductCase(product, a, b, draws.matrix(kernels, rows, columns, -1, 1));
    }

    /** Lets the kernels compute some columns, and compares every element of the result and the operands. */
    void check(Kernels kernels, double tolerance, boolean accumulate, int from, int to) {
        Snapshot operands = new Snapshot().keep("the left operand", a).keep("the right operand", b);
        Matrix result = c.copy();
        kernels.multiply(product, a, b, result, accumulate, from, to);
        operands.verify("multiply");
        verify(result, tolerance, accumulate, from, to);
    }

    void verify(Matrix result, double tolerance, boolean accumulate, int from, int to) {
        for (int column = 0; column < c.columns(); column++) {
            for (int row = 0; row < c.rows(); row++) {
                double actual = result.get(row, column);
                if (column < from || column >= to) {
                    if (!Expect.sameBits(c.get(row, column), actual)) {
                        fail(text(accumulate, from, to, row, column) + " was written, but lies outside the range");
                    }
                } else {
                    double start = accumulate ? c.get(row, column) : 0;
                    double expected = PlainLoops.product(product, a, b, start, row, column, false);
                    double skipping = PlainLoops.product(product, a, b, start, row, column, true);
                    double bound = bound(tolerance, start, row, column);
                    if (!agrees(expected, actual, tolerance, bound) && !agrees(skipping, actual, tolerance, bound)) {
                        fail(text(accumulate, from, to, row, column) + ": " + Figures.both(expected, actual)
                                + why(tolerance, expected, actual));
                    }
                }
            }
        }
    }

    private double bound(double tolerance, double start, int row, int column) {
        if (tolerance == 0) {
            return 0;
        }
        // Below the smallest normal number each rounding may lose one unit of the smallest of all.
        double least = product.inner(a) * (a.precision() == Precision.DOUBLE ? Double.MIN_VALUE : Float.MIN_VALUE);
        return tolerance * PlainLoops.size(product, a, b, start, row, column) + least;
    }

    static boolean agrees(double expected, double actual, double tolerance, double bound) {
        return Expect.sameBits(expected, actual) || (tolerance > 0 && Expect.isClose(expected, actual, bound));
    }

    private static String why(double tolerance, double expected, double actual) {
        if (tolerance > 0
                || Double.isNaN(expected)
                || !Expect.isClose(expected, actual, 1e-5 * Math.abs(expected) + 1e-5)) {
            return "";
        }
        return " (close, but not the same bits: the sum runs over k in ascending order with Math.fma, beginning with the"
                + " old value or zero; kernels that only approximate it declare a tolerance())";
    }

    private String text(boolean accumulate, int from, int to, int row, int column) {
        return product + (accumulate ? " added to C" : "") + ", C " + c.rows() + "×" + c.columns() + " over K = "
                + product.inner(a) + ", columns " + from + " to " + (to - 1) + ": element (row " + row + ", column "
                + column + ")";
    }
}
