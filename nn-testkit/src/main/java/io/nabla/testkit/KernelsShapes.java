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

    /** Rows, K and columns of what a training step computes: lower than a vector, low, and high enough for blocks. */
    static final int[][] STEPS = {
        {1, 1, 1},
        {2, 3, 2},
        {5, 9, 4},
        {10, 30, 10},
        {10, 10, 30},
        {30, 120, 10},
        {30, 10, 101},
        {64, 32, 17},
        {100, 30, 33},
        {128, 20, 5},
        {129, 21, 6},
        {260, 20, 9}
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

    /** All columns, all but one at either end, a part, one and none. */
    static int[][] columnRanges(int columns) {
        return new int[][] {
            {0, columns},
            {1, columns},
            {0, columns - 1},
            {columns / 3, columns / 2 + 1},
            {columns - 1, columns},
            {columns / 2, columns / 2}
        };
    }

    /** Makes four of five elements zero, of either sign, as the pixels of a digit are. */
    static void makeMostlyZero(Matrix matrix, Draws draws) {
        for (int i = 0; i < matrix.size(); i++) {
            int draw = draws.index(10);
            if (draw < 8) {
                matrix.set(i, draw == 0 ? -0.0 : 0.0);
            }
        }
    }

    /** Rows and columns of zeros and a NaN in b, and zeros of both signs and NaN in c. */
    static void scatterZerosAndNan(Matrix b, Matrix c, Draws draws) {
        for (int i = 0; i < b.size(); i++) {
            if (i % b.rows() % 3 == 0 || i / b.rows() % 4 == 2) {
                b.set(i, i % 2 == 0 ? 0.0 : -0.0);
            }
        }
        b.set(draws.index(b.size()), Double.NaN);
        double[] specials = {0.0, -0.0, Double.NaN, -0.0, Double.POSITIVE_INFINITY};
        for (int i = 0; i < c.size(); i += 2) {
            c.set(i, specials[i / 2 % specials.length]);
        }
    }

    static Matrix copyInto(Workspace workspace, Matrix matrix) {
        Matrix copy = workspace.matrix(matrix.kernels(), matrix.rows(), matrix.columns());
        for (int i = 0; i < matrix.size(); i++) {
            copy.set(i, matrix.get(i));
        }
        return copy;
    }

    /** Zeros, as the margin of an image has them, and then all bytes twice over. */
    static byte[] everyByteBetweenZeros() {
        byte[] bytes = new byte[1024];
        for (int i = 290; i < 290 + 512; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
