package io.nabla.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Product;
import org.junit.jupiter.api.Test;

/**
 * What kernels must give where they do two things at once, a product and what comes before or after it: the bits of one after the other.
 *
 * <p>A part of {@link KernelsContract}, which is the one to implement.
 */
public interface KernelsStepContract {
    /** The kernels to test, of one precision. */
    Kernels kernels();

    /** How far a result may be off; see {@link KernelsContract#tolerance}. */
    double tolerance();

    /** w·a + b is the biases in every column and the product added to them, on dense and on mostly-zero inputs. */
    @Test
    default void beginsSumsAtTheBiases() {
        Kernels kernels = kernels();
        for (int[] shape : KernelsShapes.STEPS) {
            Draws draws = Draws.ofDoubles(51);
            Matrix w = draws.matrix(kernels, shape[0], shape[1], -1, 1);
            Matrix b = draws.matrix(kernels, shape[0], 1, -1, 1);
            b.set(0, -0.0);
            for (boolean dense : new boolean[] {true, false}) {
                Matrix a = draws.matrix(kernels, shape[1], shape[2], -1, 1);
                if (!dense) {
                    KernelsShapes.makeMostlyZero(a, draws);
                }
                for (int[] range : KernelsShapes.columnRanges(shape[2])) {
                    Snapshot operands = new Snapshot().keep("w", w).keep("a", a).keep("b", b);
                    Matrix expected = draws.matrix(kernels, shape[0], shape[2], -1, 1);
                    Matrix actual = expected.copy();
                    kernels.fillColumns(b, expected, range[0], range[1]);
                    kernels.multiply(Product.PLAIN, w, a, expected, true, range[0], range[1]);
                    kernels.affine(w, a, b, actual, range[0], range[1]);
                    operands.verify("affine");
                    Expect.sameBits(
                            expected,
                            actual,
                            "affine of " + w + (dense ? "" : " and mostly zeros") + ", columns " + range[0] + " to "
                                    + (range[1] - 1));
                }
            }
        }
    }

    /** C + factor·(A·Bᵀ) is the product in memory of its own and combine, whatever C and B hold. */
    @Test
    default void addsAProductAsIfItWereStoredFirst() {
        Kernels kernels = kernels();
        for (int[] shape : KernelsShapes.STEPS) {
            Draws draws = Draws.ofDoubles(52);
            Matrix a = draws.matrix(kernels, shape[0], shape[1], -1, 1);
            Matrix b = draws.matrix(kernels, shape[2], shape[1], -1, 1);
            Matrix c = draws.matrix(kernels, shape[0], shape[2], -1, 1);
            for (boolean hard : new boolean[] {false, true}) {
                if (hard) {
                    KernelsShapes.scatterZerosAndNan(b, c, draws);
                }
                for (double factor : new double[] {-0.3, 1, 0}) {
                    for (int[] range : KernelsShapes.columnRanges(shape[2])) {
                        addsAProduct(factor, a, b, c, range[0], range[1]);
                    }
                }
            }
        }
    }

    private void addsAProduct(double factor, Matrix a, Matrix b, Matrix c, int from, int to) {
        Kernels kernels = kernels();
        String what = "addProduct of " + factor + " times " + a + " and " + b + ", columns " + from + " to " + (to - 1);
        Snapshot operands = new Snapshot().keep("a", a).keep("b", b);
        Matrix product = Matrix.zeros(kernels, c.rows(), c.columns());
        Matrix expected = c.copy();
        kernels.multiply(Product.RIGHT_TRANSPOSED, a, b, product, false, from, to);
        kernels.combine(1, expected, factor, product, expected, from * c.rows(), to * c.rows());
        Matrix actual = c.copy();
        Matrix scratch = c.copy();
        kernels.addProduct(factor, a, b, actual, scratch, from, to);
        operands.verify("addProduct");
        Expect.sameBits(expected, actual, what);
        for (int i = 0; i < c.size(); i++) {
            boolean inside = i >= from * c.rows() && i < to * c.rows();
            if (!inside && !Expect.sameBits(c.get(i), scratch.get(i))) {
                fail(what + ": its scratch was written at " + Figures.place(c, i)
                        + ", which lies outside the range; another thread works there");
            }
        }
    }

    /** A sum that comes out as zero is +0: where it underflows to -0, and where C holds -0 and every factor is zero. */
    @Test
    default void zeroSumsArePositive() {
        Kernels kernels = kernels();
        double tiny = kernels.precision() == Precision.DOUBLE ? 1e-200 : 1e-30;
        for (int[] shape : KernelsShapes.STEPS) {
            for (Product product : Product.values()) {
                ProductCase one = ProductCase.of(kernels, product, shape[0], shape[1], shape[2]);
                one.a().fill(-tiny);
                one.c().fill(-0.0);
                for (double right : new double[] {tiny, 0.0, -0.0}) {
                    one.b().fill(right);
                    one.check(kernels, tolerance(), false, 0, shape[2]);
                    one.check(kernels, tolerance(), true, 0, shape[2]);
                }
            }
        }
    }

    /** The same of w·a + b with biases of -0, and of a step whose product is zero. */
    @Test
    default void zeroSumsArePositiveInsideAStep() {
        Kernels kernels = kernels();
        double tiny = kernels.precision() == Precision.DOUBLE ? 1e-200 : 1e-30;
        for (int[] shape : KernelsShapes.STEPS) {
            Matrix left = Matrix.zeros(kernels, shape[0], shape[1]);
            Matrix b = Matrix.zeros(kernels, shape[0], 1);
            left.fill(-tiny);
            b.fill(-0.0);
            for (double right : new double[] {tiny, 0.0, -0.0}) {
                Matrix a = Matrix.zeros(kernels, shape[1], shape[2]);
                a.fill(right);
                Matrix z = Matrix.zeros(kernels, shape[0], shape[2]);
                kernels.affine(left, a, b, z, 0, shape[2]);
                verifyZeros(0.0, z, "affine of biases of -0 and inputs of " + right);
                for (double factor : new double[] {2, -2}) {
                    Matrix c = Matrix.zeros(kernels, shape[0], shape[2]);
                    c.fill(-0.0);
                    Matrix bOfStep = Matrix.zeros(kernels, shape[2], shape[1]);
                    bOfStep.fill(right);
                    kernels.addProduct(factor, left, bOfStep, c, z, 0, shape[2]);
                    // -0 + 2·(+0) is +0, -0 - 2·(+0) is -0.
                    verifyZeros(factor > 0 ? 0.0 : -0.0, c, "addProduct of " + factor + " to -0, b of " + right);
                }
            }
        }
    }

    private void verifyZeros(double expected, Matrix actual, String what) {
        for (int i = 0; i < actual.size(); i++) {
            if (!ProductCase.agrees(expected, actual.get(i), tolerance(), 0)) {
                fail(what + ", " + actual + ": at " + Figures.place(actual, i) + " expected " + expected + " but got "
                        + actual.get(i));
            }
        }
    }

    /** A NaN among zeros of the right operand is no zero: it comes out in its column, and in no other. */
    @Test
    default void keepsANanAmongZeroFactors() {
        Kernels kernels = kernels();
        for (int[] shape : KernelsShapes.STEPS) {
            for (Product product : Product.values()) {
                ProductCase one = ProductCase.of(kernels, product, shape[0], shape[1], shape[2]);
                one.b().fill(0);
                one.b().set(one.b().size() / 2, Double.NaN);
                one.check(kernels, tolerance(), false, 0, shape[2]);
                one.check(kernels, tolerance(), true, 0, shape[2]);
            }
        }
    }
}
