package io.nabla.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import io.nabla.api.ElementaryBackward;
import io.nabla.api.ElementaryFunction;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * What kernels must make of the functions that they know by name: the bits of one call after another, where vectors begin and end, too.
 *
 * <p>A part of {@link KernelsContract}, which is the one to implement.
 */
public interface KernelsElementaryContract {
    /** The kernels to test, of one precision. */
    Kernels kernels();

    /** Every elementary function at every hard point: those near which exponents run over, denormals, zeros and NaN. */
    @Test
    default void mapsElementaryFunctionsAtHardPoints() {
        Matrix x = ElementaryPoints.all(kernels());
        for (ElementaryFunction f : ElementaryFunction.values()) {
            Matrix result = Matrix.zeros(kernels(), x.rows(), 1);
            kernels().map(f, x, result, 0, x.size());
            for (int i = 0; i < x.size(); i++) {
                double expected = PlainLoops.elementary(x.precision(), f, x.get(i));
                if (!Expect.sameBits(expected, result.get(i))) {
                    fail(f + " of " + x.get(i) + ": " + Figures.both(expected, result.get(i)));
                }
            }
        }
    }

    /** The way back through each function, with every hard point as the error and as the activation. */
    @Test
    default void zipsElementaryBackwardAtHardPoints() {
        Matrix x = ElementaryPoints.all(kernels());
        for (ElementaryBackward f : ElementaryBackward.values()) {
            for (int turn = 0; turn < x.size(); turn++) {
                Matrix y = ElementaryPoints.turned(x, turn);
                Matrix result = Matrix.zeros(kernels(), x.rows(), 1);
                kernels().zip(f, x, y, result, 0, x.size());
                for (int i = 0; i < x.size(); i++) {
                    double expected = PlainLoops.elementary(x.precision(), f, x.get(i), y.get(i));
                    if (!Expect.sameBits(expected, result.get(i))) {
                        fail(f + " back from an error of " + x.get(i) + " at a = " + y.get(i) + ": "
                                + Figures.both(expected, result.get(i)));
                    }
                }
            }
        }
    }

    /** Ranges of every length up to several vectors, beginning anywhere; nothing outside is written. */
    @Test
    default void mapsElementaryFunctionsOverRangesOfEveryLength() {
        for (ElementaryFunction f : ElementaryFunction.values()) {
            ElementaryPoints.eachRange(kernels(), f.toString(), (x, y, result, from, to) -> {
                x.kernels().map(f, x, result, from, to);
                return i -> PlainLoops.elementary(x.precision(), f, x.get(i));
            });
        }
    }

    /** The same of the way back. */
    @Test
    default void zipsElementaryBackwardOverRangesOfEveryLength() {
        for (ElementaryBackward f : ElementaryBackward.values()) {
            ElementaryPoints.eachRange(kernels(), f + " back", (x, y, result, from, to) -> {
                x.kernels().zip(f, x, y, result, from, to);
                return i -> PlainLoops.elementary(x.precision(), f, x.get(i), y.get(i));
            });
        }
    }

    /** A layer may overwrite what it computes from: the result may be the operand. */
    @Test
    default void mapsElementaryFunctionsInPlace() {
        for (ElementaryFunction f : ElementaryFunction.values()) {
            Matrix x = ElementaryPoints.all(kernels());
            Matrix before = x.copy();
            IntToDoubleFunction expected = i -> PlainLoops.elementary(x.precision(), f, before.get(i));
            kernels().map(f, x, x, 0, x.size());
            for (int i = 0; i < x.size(); i++) {
                if (!Expect.sameBits(expected.applyAsDouble(i), x.get(i))) {
                    fail(f + " of " + before.get(i) + " in place: "
                            + Figures.both(expected.applyAsDouble(i), x.get(i)));
                }
            }
        }
    }
}
