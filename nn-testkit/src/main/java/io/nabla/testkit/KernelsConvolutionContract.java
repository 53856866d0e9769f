package io.nabla.testkit;

import io.nabla.api.Convolution;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Pooling;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What kernels must give for convolutions: the bits of sums one element at a time, in the order that {@link Kernels} tells.
 *
 * <p>A part of {@link KernelsContract}, which is the one to implement.
 */
public interface KernelsConvolutionContract {
    /** The kernels to test, of one precision. */
    Kernels kernels();

    /** Every place of every filter begins at its bias and goes over the taps. */
    @Test
    default void convolves() {
        Kernels kernels = kernels();
        for (Convolution of : ConvolutionLoops.SHAPES) {
            for (int examples : ConvolutionLoops.EXAMPLES) {
                Draws draws = Draws.ofDoubles(61);
                Matrix w = draws.matrix(kernels, of.filters(), of.taps(), -1, 1);
                Matrix b = draws.matrix(kernels, of.filters(), 1, -1, 1);
                b.set(0, -0.0);
                Matrix a = draws.matrix(kernels, of.inputSize(), examples, -1, 1);
                KernelsShapes.makeMostlyZero(a, draws);
                for (int[] range : KernelsShapes.columnRanges(examples)) {
                    Matrix expected = draws.matrix(kernels, of.outputSize(), examples, -1, 1);
                    Matrix actual = expected.copy();
                    Snapshot operands = new Snapshot().keep("w", w).keep("b", b).keep("a", a);
                    ConvolutionLoops.convolve(of, w, b, a, expected, range[0], range[1]);
                    kernels.convolve(of, w, b, a, actual, range[0], range[1]);
                    operands.verify("convolve");
                    Expect.sameBits(expected, actual, what("convolve", of, range));
                }
            }
        }
    }

    /** Every pixel gets the errors of all places that saw it. */
    @Test
    default void convolvesBack() {
        Kernels kernels = kernels();
        for (Convolution of : ConvolutionLoops.SHAPES) {
            for (int examples : ConvolutionLoops.EXAMPLES) {
                Draws draws = Draws.ofDoubles(62);
                Matrix w = draws.matrix(kernels, of.filters(), of.taps(), -1, 1);
                Matrix delta = draws.matrix(kernels, of.outputSize(), examples, -1, 1);
                KernelsShapes.makeMostlyZero(delta, draws);
                for (int[] range : KernelsShapes.columnRanges(examples)) {
                    Matrix expected = draws.matrix(kernels, of.inputSize(), examples, -1, 1);
                    Matrix actual = expected.copy();
                    Snapshot operands = new Snapshot().keep("w", w).keep("delta", delta);
                    ConvolutionLoops.convolveBack(of, w, delta, expected, range[0], range[1]);
                    kernels.convolveBack(of, w, delta, actual, range[0], range[1]);
                    operands.verify("convolveBack");
                    Expect.sameBits(expected, actual, what("convolveBack", of, range));
                }
            }
        }
    }

    /** Every weight and bias gets sixteen sums, which are then added by halves. */
    @Test
    default void sumsTheGradientOfAConvolution() {
        Kernels kernels = kernels();
        for (Convolution of : ConvolutionLoops.SHAPES) {
            for (int examples : ConvolutionLoops.EXAMPLES) {
                Draws draws = Draws.ofDoubles(63);
                Matrix delta = draws.matrix(kernels, of.outputSize(), examples, -1, 1);
                Matrix a = draws.matrix(kernels, of.inputSize(), examples, -1, 1);
                for (int[] range : List.of(new int[] {0, of.filters()}, new int[] {of.filters() / 2, of.filters()})) {
                    Matrix nablaW = draws.matrix(kernels, of.filters(), of.taps(), -1, 1);
                    Matrix nablaB = draws.matrix(kernels, of.filters(), 1, -1, 1);
                    Matrix actualW = nablaW.copy();
                    Matrix actualB = nablaB.copy();
                    Snapshot operands = new Snapshot().keep("delta", delta).keep("a", a);
                    ConvolutionLoops.gradient(of, delta, a, nablaW, nablaB, range[0], range[1]);
                    kernels.convolveGradient(of, delta, a, actualW, actualB, range[0], range[1]);
                    operands.verify("convolveGradient");
                    Expect.sameBits(nablaW, actualW, what("convolveGradient of weights", of, range));
                    Expect.sameBits(nablaB, actualB, what("convolveGradient of biases", of, range));
                }
            }
        }
    }

    /** The greatest number of each window, and its error where it stands; ties, zeros of both signs, infinite numbers and NaN. */
    @Test
    default void poolsTheGreatest() {
        Kernels kernels = kernels();
        for (Pooling of : PoolingLoops.SHAPES) {
            int planes = 5 * of.channels();
            for (boolean hard : new boolean[] {false, true}) {
                Draws draws = Draws.ofDoubles(64);
                Matrix a = PoolingLoops.images(kernels, of, 5, hard, draws);
                Matrix delta = draws.matrix(kernels, of.channels() * of.count(), 5, -1, 1);
                for (int[] range : KernelsShapes.columnRanges(planes)) {
                    Matrix z = draws.matrix(kernels, delta.rows(), 5, -1, 1);
                    Matrix actualZ = z.copy();
                    Matrix error = draws.matrix(kernels, a.rows(), 5, -1, 1);
                    Matrix actualError = error.copy();
                    Snapshot operands = new Snapshot().keep("a", a).keep("delta", delta);
                    PoolingLoops.pool(of, a, z, range[0], range[1]);
                    kernels.maxPool(of, a, actualZ, range[0], range[1]);
                    PoolingLoops.poolBack(of, a, delta, error, range[0], range[1]);
                    kernels.maxPoolBack(of, a, delta, actualError, range[0], range[1]);
                    operands.verify("maxPool and maxPoolBack");
                    String what = of + ", channels " + range[0] + " to " + (range[1] - 1);
                    Expect.sameBits(z, actualZ, "maxPool of " + what);
                    Expect.sameBits(error, actualError, "maxPoolBack of " + what);
                }
            }
        }
    }

    private static String what(String operation, Convolution of, int[] range) {
        return operation + " of " + of + ", " + range[0] + " to " + (range[1] - 1);
    }
}
