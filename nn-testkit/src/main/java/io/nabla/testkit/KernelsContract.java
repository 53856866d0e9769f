package io.nabla.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.fail;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Product;
import io.nabla.api.Workspace;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * What kernels must do: every operation against plain loops, to the bit, on many shapes and parts of shapes.
 *
 * <pre>{@code
 * class PlainDoubleKernelsTest implements KernelsContract {
 *     public Kernels kernels() { return PlainKernels.of(Precision.DOUBLE); }
 * }
 * }</pre>
 *
 * <p>Kernels that are a reference only, with another order of sums, declare how far they may be off:
 *
 * <pre>{@code
 * class CommonsMathKernelsTest implements KernelsContract {
 *     public Kernels kernels() { return new CommonsMathKernels(); }
 *     public double tolerance() { return 1e-14; }
 * }
 * }</pre>
 */
public interface KernelsContract extends KernelsStepContract, KernelsConvolutionContract, KernelsElementaryContract {
    /** The kernels to test, of one precision. */
    @Override
    Kernels kernels();

    /**
     * How far a result may be off, relative to the sizes of what was added up; 0, the default, means the same bits.
     *
     * <p>Only kernels that training does not choose from may have another: see {@link Kernels}.
     */
    @Override
    default double tolerance() {
        return 0;
    }

    /** The name is one that a user can type, and the precision is there. */
    @Test
    default void hasALegalNameAndAPrecision() {
        Kernels kernels = kernels();
        Expect.legalName("kernels", kernels::name);
        assertNotNull(kernels.precision(), "precision() is null");
    }

    /** All three products of many shapes, new and added to C. */
    @Test
    default void multipliesEveryShape() {
        Kernels kernels = kernels();
        for (int[] shape : KernelsShapes.PRODUCTS) {
            for (Product product : Product.values()) {
                ProductCase one = ProductCase.of(kernels, product, shape[0], shape[1], shape[2]);
                one.check(kernels, tolerance(), false, 0, shape[2]);
                one.check(kernels, tolerance(), true, 0, shape[2]);
            }
        }
    }

    /** A range of columns, also an empty one; the others are not touched. */
    @Test
    default void multipliesSomeColumnsAndLeavesTheOthers() {
        Kernels kernels = kernels();
        for (Product product : Product.values()) {
            ProductCase one = ProductCase.of(kernels, product, 9, 21, 12);
            for (int[] range :
                    new int[][] {{0, 1}, {0, 5}, {3, 4}, {3, 11}, {5, 12}, {11, 12}, {0, 0}, {6, 6}, {12, 12}}) {
                one.check(kernels, tolerance(), false, range[0], range[1]);
                one.check(kernels, tolerance(), true, range[0], range[1]);
            }
        }
    }

    /** Zeros of both signs anywhere, columns and rows of zeros, and a C that holds -0. */
    @Test
    default void multipliesZeros() {
        Kernels kernels = kernels();
        for (Product product : Product.values()) {
            ProductCase one = ProductCase.of(kernels, product, 6, 10, 8);
            for (int i = 0; i < one.b().size(); i++) {
                if (i % 3 == 0 || i / one.b().rows() == 2 || i % one.b().rows() == 4) {
                    one.b().set(i, i % 2 == 0 ? 0.0 : -0.0);
                }
            }
            for (int i = 0; i < one.a().size(); i += 4) {
                one.a().set(i, i % 8 == 0 ? 0.0 : -0.0);
            }
            one.c().fill(-0.0);
            one.check(kernels, tolerance(), true, 0, 8);
            one.check(kernels, tolerance(), false, 0, 8);
        }
    }

    /** NaN and infinities come out wherever they went in, but where they meet a zero of the right operand. */
    @Test
    default void multipliesNanAndInfinity() {
        Kernels kernels = kernels();
        for (Product product : Product.values()) {
            for (double special : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                for (int place : new int[] {0, 7, 19}) {
                    ProductCase left = ProductCase.of(kernels, product, 5, 8, 6);
                    left.a().set(place, special);
                    left.b().set(3, 0);
                    left.check(kernels, tolerance(), false, 0, 6);
                    ProductCase right = ProductCase.of(kernels, product, 5, 8, 6);
                    right.b().set(place, special);
                    right.a().set(3, 0);
                    right.check(kernels, tolerance(), true, 0, 6);
                    ProductCase old = ProductCase.of(kernels, product, 5, 8, 6);
                    old.c().set(place, special);
                    old.check(kernels, tolerance(), true, 0, 6);
                    old.check(kernels, tolerance(), false, 0, 6);
                }
            }
        }
    }

    /** Numbers below the smallest normal one are not flushed to zero. */
    @Test
    default void multipliesDenormals() {
        Kernels kernels = kernels();
        double least = kernels.precision() == Precision.DOUBLE ? Double.MIN_VALUE : Float.MIN_VALUE;
        for (Product product : Product.values()) {
            ProductCase one = ProductCase.of(kernels, product, 4, 9, 5);
            for (int i = 0; i < one.a().size(); i++) {
                one.a().set(i, least * (1 + i % 7));
            }
            for (int i = 0; i < one.b().size(); i++) {
                one.b().set(i, 1 + i % 4);
            }
            for (int i = 0; i < one.c().size(); i++) {
                one.c().set(i, least * i);
            }
            one.check(kernels, tolerance(), false, 0, 5);
            one.check(kernels, tolerance(), true, 0, 5);
        }
    }

    /** A matrix may be both operands. */
    @Test
    default void multipliesAMatrixByItself() {
        Kernels kernels = kernels();
        for (Product product : Product.values()) {
            Matrix a = Draws.ofDoubles(5).matrix(kernels, 7, 7, -1, 1);
            new ProductCase(product, a, a, Matrix.zeros(kernels, 7, 7)).check(kernels, tolerance(), false, 0, 7);
        }
    }

    /** A matrix in a workspace may have more memory than elements. */
    @Test
    default void takesMatricesWithMoreMemoryThanElements() {
        Kernels kernels = kernels();
        Workspace workspace = new Workspace();
        for (Product product : Product.values()) {
            ProductCase one = ProductCase.of(kernels, product, 5, 6, 4);
            workspace.reset();
            for (int i = 0; i < 3; i++) {
                workspace.matrix(kernels, 40, 3).fill(Double.NaN);
            }
            workspace.reset();
            Matrix a = KernelsShapes.copyInto(workspace, one.a());
            Matrix b = KernelsShapes.copyInto(workspace, one.b());
            Matrix c = KernelsShapes.copyInto(workspace, one.c());
            kernels.multiply(product, a, b, c, true, 0, 4);
            one.verify(c, tolerance(), true, 0, 4);
            double behind = kernels.precision() == Precision.DOUBLE ? c.doubles()[c.size()] : c.floats()[c.size()];
            assertEquals(Double.NaN, behind, "the memory behind the last element of C was written");
        }
    }

    /** Many threads may use the same kernels, and share a product by its columns. */
    @Test
    default void servesManyThreads() {
        Kernels kernels = kernels();
        for (Product product : Product.values()) {
            ProductCase one = ProductCase.of(kernels, product, 30, 64, 9);
            ManyThreads.results(() -> {
                        Matrix result = one.c().copy();
                        kernels.multiply(product, one.a(), one.b(), result, false, 0, 4);
                        kernels.multiply(product, one.a(), one.b(), result, false, 4, 9);
                        return result;
                    })
                    .forEach(result -> one.verify(result, tolerance(), false, 0, 9));
        }
    }

    /** A function of each element of a range. */
    @Test
    default void maps() {
        DoubleUnaryOperator f = x -> 1 / (3 + x) + 2 * x;
        KernelsShapes.eachRange(kernels(), (x, y, result, from, to) -> {
            x.kernels().map(f, x, result, from, to);
            return i -> PlainLoops.stored(x.precision(), f.applyAsDouble(x.get(i)));
        });
    }

    /** A function of each pair of elements of a range. */
    @Test
    default void zips() {
        DoubleBinaryOperator f = (x, y) -> x / (3 + y) - y;
        KernelsShapes.eachRange(kernels(), (x, y, result, from, to) -> {
            x.kernels().zip(f, x, y, result, from, to);
            return i -> PlainLoops.stored(x.precision(), f.applyAsDouble(x.get(i), y.get(i)));
        });
    }

    /** alpha·x + beta·y with one fused multiply-add, for factors that floats do not hold, too. */
    @Test
    default void combines() {
        double tolerance = tolerance();
        for (double[] factors : new double[][] {{1, -0.3}, {0.1, 1}, {1, 1}, {0, 1}, {-2.5, 1 / 3.0}}) {
            KernelsShapes.eachRange(kernels(), tolerance, (x, y, result, from, to) -> {
                x.kernels().combine(factors[0], x, factors[1], y, result, from, to);
                return i -> PlainLoops.combine(x.precision(), factors[0], x.get(i), factors[1], y.get(i));
            });
        }
    }

    /** An optimizer moves a parameter in place: the result may be an operand. */
    @Test
    default void combinesInPlace() {
        Kernels kernels = kernels();
        for (int operand = 0; operand < 3; operand++) {
            Matrix x = Draws.ofDoubles(7).matrix(kernels, 5, 7, -1, 1);
            Matrix y = operand == 2 ? x : Draws.ofDoubles(8).matrix(kernels, 5, 7, -1, 1);
            Matrix oldX = x.copy();
            Matrix oldY = y.copy();
            Matrix result = operand == 1 ? y : x;
            kernels.combine(0.75, x, -0.3, y, result, 0, 35);
            for (int i = 0; i < 35; i++) {
                double expected = PlainLoops.combine(kernels.precision(), 0.75, oldX.get(i), -0.3, oldY.get(i));
                if (!ProductCase.agrees(expected, result.get(i), tolerance(), 2 * tolerance())) {
                    fail("combine whose result is one of its operands, element " + i + ": "
                            + Figures.both(expected, result.get(i)));
                }
            }
        }
    }

    /** The product of each pair of elements of a range. */
    @Test
    default void multipliesElementByElement() {
        KernelsShapes.eachRange(kernels(), (x, y, result, from, to) -> {
            x.kernels().hadamard(x, y, result, from, to);
            return i -> PlainLoops.stored(x.precision(), x.get(i) * y.get(i));
        });
    }

    /** One column copied into a range of columns; the others are not touched. */
    @Test
    default void fillsColumns() {
        Kernels kernels = kernels();
        Matrix b = Draws.ofDoubles(9).matrix(kernels, 6, 1, -1, 1);
        b.set(2, -0.0);
        b.set(4, Double.NaN);
        Matrix before = Draws.ofDoubles(10).matrix(kernels, 6, 8, -1, 1);
        for (int[] range : new int[][] {{0, 8}, {0, 1}, {2, 5}, {7, 8}, {3, 3}}) {
            Matrix expected = before.copy();
            for (int column = range[0]; column < range[1]; column++) {
                for (int row = 0; row < 6; row++) {
                    expected.set(row, column, b.get(row));
                }
            }
            Matrix actual = before.copy();
            kernels.fillColumns(b, actual, range[0], range[1]);
            Expect.sameBits(expected, actual, "fillColumns " + range[0] + " to " + (range[1] - 1));
        }
    }

    /** Unsigned bytes times a factor in a range of columns, for columns of every length up to several vectors. */
    @Test
    default void fillsFromBytes() {
        Kernels kernels = kernels();
        byte[] bytes = KernelsShapes.everyByteBetweenZeros();
        int[] places = {256, 0, 301, 511, 97};
        double factor = kernels.precision() == Precision.DOUBLE ? 0.1 : 0.1f;
        for (int rows = 1; rows <= 300; rows++) {
            Matrix before = Draws.ofDoubles(13).matrix(kernels, rows, places.length, -1, 1);
            for (int[] range : new int[][] {{0, 5}, {1, 3}, {4, 5}, {2, 2}}) {
                Matrix actual = before.copy();
                kernels.fillFromBytes(bytes, places, 0.1, actual, range[0], range[1]);
                for (int column = 0; column < places.length; column++) {
                    boolean inside = column >= range[0] && column < range[1];
                    for (int row = 0; row < rows; row++) {
                        int number = Byte.toUnsignedInt(bytes[places[column] + row]);
                        double expected = inside
                                ? PlainLoops.stored(kernels.precision(), factor * number)
                                : before.get(row, column);
                        if (!Expect.sameBits(expected, actual.get(row, column))) {
                            fail("fillFromBytes, columns " + range[0] + " to " + (range[1] - 1) + " of " + actual
                                    + ", row " + row + " of column " + column + ", byte " + number + ": "
                                    + Figures.both(expected, actual.get(row, column)));
                        }
                    }
                }
            }
        }
    }

    /** The sums of a range of rows, columns ascending, added to what the sums hold. */
    @Test
    default void addsRowSums() {
        Kernels kernels = kernels();
        for (int columns : new int[] {1, 2, 7, 100}) {
            Matrix x = Draws.ofDoubles(11).matrix(kernels, 9, columns, -1, 1);
            Matrix before = Draws.ofDoubles(12).matrix(kernels, 9, 1, -1, 1);
            for (int[] range : new int[][] {{0, 9}, {0, 1}, {2, 7}, {8, 9}, {4, 4}}) {
                Matrix actual = before.copy();
                kernels.addRowSums(x, actual, range[0], range[1]);
                for (int row = 0; row < 9; row++) {
                    boolean inside = row >= range[0] && row < range[1];
                    double sum = before.get(row);
                    for (int column = 0; inside && column < columns; column++) {
                        sum = PlainLoops.stored(kernels.precision(), sum + x.get(row, column));
                    }
                    if (!ProductCase.agrees(
                            sum, actual.get(row), inside ? tolerance() : 0, tolerance() * (columns + 1))) {
                        fail("addRowSums of a matrix of " + columns + " columns, rows " + range[0] + " to "
                                + (range[1] - 1) + ": row " + row + ": " + Figures.both(sum, actual.get(row)));
                    }
                }
            }
        }
    }
}
