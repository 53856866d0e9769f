package io.nabla.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Workspace;
import java.util.function.IntToDoubleFunction;

/** The shapes on which kernels are tried: single elements, odd sizes, sizes at the edges of vectors and of blocks. */
final class KernelsShapes {
    /** Rows, K and columns of products. */
    static final int[][] PRODUCTS = {
        {1, 1, 1},
        {1, 9, 1},
        {9, 1, 1},
        {1, 1, 9},
        {2, 3, 4},
        {3, 5, 7},
        {7, 4, 8},
        {8, 8, 16},
        {9, 7, 17},
        {13, 31, 11},
        {16, 64, 32},
        {33, 17, 65},
        {30, 784, 10},
        {10, 30, 10},
        {784, 30, 3},
        {513, 2, 2},
        {2, 3, 300},
        {5, 513, 6},
        {257, 129, 3},
        {1, 1000, 5},
        {40, 1, 40}
    };

    private static final int[][] RANGES = {{0, 35}, {0, 1}, {0, 0}, {3, 20}, {16, 33}, {34, 35}, {35, 35}};

    private KernelsShapes() {}

    /** An operation on a range of elements; gives what each element of the range should be. */
    interface Elements {
        IntToDoubleFunction compute(Matrix x, Matrix y, Matrix result, int from, int to);
    }

    static void eachRange(Kernels kernels, Elements operation) {
        eachRange(kernels, 0, operation);
    }

    static void eachRange(Kernels kernels, double tolerance, Elements operation) {
        Draws draws = Draws.ofDoubles(21);
        Matrix x = draws.matrix(kernels, 5, 7, -2, 2);
        Matrix y = draws.matrix(kernels, 5, 7, -2, 2);
        double[] specials = {0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e-310, 1e-40};
        for (int i = 0; i < specials.length; i++) {
            x.set(3 * i, specials[i]);
            y.set(3 * i + 1, specials[i]);
        }
        Matrix before = draws.matrix(kernels, 5, 7, -2, 2);
        for (int[] range : RANGES) {
            Snapshot operands = new Snapshot().keep("its operand x", x).keep("its operand y", y);
            Matrix result = before.copy();
            IntToDoubleFunction expected = operation.compute(x, y, result, range[0], range[1]);
            operands.verify("the operation");
            for (int i = 0; i < result.size(); i++) {
                boolean inside = i >= range[0] && i < range[1];
                double value = inside ? expected.applyAsDouble(i) : before.get(i);
                if (!ProductCase.agrees(value, result.get(i), inside ? tolerance : 0, 10 * tolerance)) {
                    fail("elements " + range[0] + " to " + (range[1] - 1) + ": element " + i
                            + (inside ? "" : ", which lies outside the range") + ": "
                            + Figures.both(value, result.get(i)));
                }
            }
        }
    }

    static Matrix copyInto(Workspace workspace, Matrix matrix) {
        Matrix copy = workspace.matrix(matrix.kernels(), matrix.rows(), matrix.columns());
        for (int i = 0; i < matrix.size(); i++) {
            copy.set(i, matrix.get(i));
        }
        return copy;
    }
}
