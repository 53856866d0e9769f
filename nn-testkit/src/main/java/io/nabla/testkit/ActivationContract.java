package io.nabla.testkit;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nabla.api.Activation;
import io.nabla.api.ElementwiseActivation;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What an activation must do: a derivative that is its slope, no state, no NaN where it saturates, and the same bits
 * for a column alone as in a batch.
 *
 * <pre>{@code
 * class SwishTest implements ActivationContract {
 *     public Activation activation() { return new Swish(); }
 * }
 * }</pre>
 *
 * <p>An activation that is not smooth everywhere names the points where it has no derivative:
 *
 * <pre>{@code
 * class ReluTest implements ActivationContract {
 *     public Activation activation() { return new Relu(); }
 *     public double[] kinks() { return new double[] {0}; }
 * }
 * }</pre>
 */
public interface ActivationContract extends UsesKernels {
    /** The activation to test. */
    Activation activation();

    /** Where an elementwise activation has no derivative; nowhere, unless overridden. */
    default double[] kinks() {
        return new double[0];
    }

    /** The name is legal and stays the same. */
    @Test
    default void nameIsLegalAndStable() {
        Expect.legalName("activation", activation());
    }

    /** Settings that the activation does not have are refused, and none changes nothing. */
    @Test
    default void settingsAreChecked() {
        Expect.settingsAreChecked(activation(), activation()::with);
    }

    /** Elementwise: derivative(z, a) is the slope of value at z, and finite at kinks. */
    @Test
    default void derivativeIsTheSlopeOfValue() {
        ElementwiseActivation sigma = elementwise();
        for (double z : ActivationPoints.smooth(kinks())) {
            Slope slope = Slope.of(sigma::value, z, ActivationPoints.stepAt(z));
            double derivative = sigma.derivative(z, sigma.value(z));
            if (!slope.matches(derivative)) {
                fail("derivative(" + Figures.text(z) + ") " + slope.against(derivative, "value")
                        + ActivationPoints.hint(sigma, z));
            }
        }
        for (double kink : kinks()) {
            double derivative = sigma.derivative(kink, sigma.value(kink));
            if (!Double.isFinite(derivative)) {
                fail("derivative(" + Figures.text(kink) + ") is " + derivative
                        + "; at a kink, choose the slope of one of its sides");
            }
        }
    }

    /** Backward gives, for every element of z, the slope of Σ e⊙σ(z). */
    @Test
    default void backwardIsTheSlopeOfApply() {
        Activation sigma = activation();
        Kernels kernels = kernels(Precision.DOUBLE);
        for (int rows : new int[] {1, 2, 5, 10}) {
            Draws draws = new Draws(rows);
            Matrix z = ActivationPoints.awayFrom(kinks(), draws.matrix(kernels, rows, 3, -3, 3));
            Matrix e = draws.matrix(kernels, rows, 3, -1, 1);
            Matrix backward = sigma.backward(e, z, sigma.apply(z));
            Expect.sameShape(z, backward, "backward");
            for (int i = 0; i < z.size(); i++) {
                int place = i;
                Slope slope = Slope.of(
                        value -> {
                            Matrix moved = z.copy();
                            moved.set(place, value);
                            return e.dot(sigma.apply(moved));
                        },
                        z.get(i),
                        ActivationPoints.stepAt(z.get(i)));
                if (!slope.matches(backward.get(i))) {
                    fail("backward with z of " + rows + "×3: its result at " + Figures.place(z, i) + " "
                            + slope.against(backward.get(i), "Σ errorOnA ⊙ apply(z)"));
                }
            }
        }
    }

    /** Elementwise: apply is value at each element, and backward the error times derivative. */
    @Test
    default void matricesAgreeWithSingleNumbers() {
        ElementwiseActivation sigma = elementwise();
        Kernels kernels = kernels(Precision.DOUBLE);
        Matrix z = new Draws(2).matrix(kernels, 7, 9, -6, 6);
        Matrix e = new Draws(3).matrix(kernels, 7, 9, -1, 1);
        Matrix values = z.copy();
        Matrix errors = z.copy();
        for (int i = 0; i < z.size(); i++) {
            values.set(i, sigma.value(z.get(i)));
            errors.set(i, e.get(i) * sigma.derivative(z.get(i), values.get(i)));
        }
        Matrix a = sigma.apply(z);
        Expect.sameBits(values, a, "apply against value, element by element");
        Expect.close(
                errors, sigma.backward(e, z, a), 1e-14, "backward against errorOnA · derivative, element by element");
    }

    /** Each column of a batch has the same bits as that column alone. */
    @Test
    default void batchIsItsColumnsOneByOne() {
        Activation sigma = activation();
        for (Precision precision : Precision.values()) {
            Kernels kernels = kernels(precision);
            Matrix z = new Draws(4).matrix(kernels, 6, 11, -5, 5);
            Matrix e = new Draws(5).matrix(kernels, 6, 11, -1, 1);
            Matrix a = sigma.apply(z);
            Matrix backward = sigma.backward(e, z, a);
            for (int column = 0; column < z.columns(); column++) {
                Matrix alone = sigma.apply(z.columnCopy(column));
                String which = "column " + column + " of a batch of 11, against that column alone";
                Expect.sameBits(alone, a.columnCopy(column), "apply: " + which);
                Expect.sameBits(
                        sigma.backward(e.columnCopy(column), z.columnCopy(column), alone),
                        backward.columnCopy(column),
                        "backward: " + which);
            }
        }
    }

    /** Arguments are read only, and results are new matrices. */
    @Test
    default void argumentsAreNotChanged() {
        Activation sigma = activation();
        for (Precision precision : Precision.values()) {
            Matrix z = new Draws(6).matrix(kernels(precision), 5, 4, -3, 3);
            Matrix e = new Draws(7).matrix(kernels(precision), 5, 4, -1, 1);
            Snapshot ofApply = new Snapshot().keep("its argument z", z);
            Matrix a = sigma.apply(z);
            Expect.sameShape(z, a, "apply");
            ofApply.verify("apply");
            ofApply.verifyApartFrom(a, "apply");
            Snapshot ofBackward = new Snapshot()
                    .keep("its argument errorOnA", e)
                    .keep("its argument z", z)
                    .keep("its argument a", a);
            Matrix backward = sigma.backward(e, z, a);
            Expect.sameShape(z, backward, "backward");
            ofBackward.verify("backward");
            ofBackward.verifyApartFrom(backward, "backward");
        }
    }

    /** Results depend on the arguments alone: a second call gives the same bits, whatever came between. */
    @Test
    default void hasNoState() {
        Activation sigma = activation();
        for (Precision precision : Precision.values()) {
            Matrix z = new Draws(8).matrix(kernels(precision), 5, 4, -3, 3);
            Matrix other = new Draws(9).matrix(kernels(precision), 3, 6, -30, 30);
            Matrix e = new Draws(10).matrix(kernels(precision), 5, 4, -1, 1);
            Matrix a = sigma.apply(z).copy();
            Matrix backward = sigma.backward(e, z, a).copy();
            Matrix otherA = sigma.apply(other);
            Expect.sameBits(backward, sigma.backward(e, z, a), "backward after another apply, against the first time");
            sigma.backward(other, other, otherA);
            Expect.sameBits(a, sigma.apply(z), "apply a second time, against the first");
            UsedWorkspace workspace = new UsedWorkspace();
            Expect.sameBits(a, sigma.apply(workspace.copy(z)), "apply in a workspace used before, against the heap");
            Expect.sameBits(
                    backward,
                    sigma.backward(e, workspace.copy(z), a),
                    "backward in a workspace used before, against the heap");
        }
    }

    /** Eight threads at once get the bits of one. */
    @Test
    default void servesManyThreads() {
        Activation sigma = activation();
        Matrix z = new Draws(11).matrix(kernels(Precision.DOUBLE), 20, 30, -5, 5);
        Matrix e = new Draws(12).matrix(kernels(Precision.DOUBLE), 20, 30, -1, 1);
        Matrix a = sigma.apply(z);
        ManyThreads.giveTheSame(a, "apply", () -> sigma.apply(z));
        ManyThreads.giveTheSame(sigma.backward(e, z, a), "backward", () -> sigma.backward(e, z, a));
    }

    /** Results are finite for weighted inputs up to 10,000 in size. */
    @Test
    default void isFiniteForLargeInputs() {
        Activation sigma = activation();
        for (Precision precision : Precision.values()) {
            Kernels kernels = kernels(precision);
            Matrix z = new Draws(13).matrix(kernels, 6, 40, -1e4, 1e4);
            z.set(0, 1e4);
            z.set(1, -1e4);
            z.set(8, 0);
            Matrix a = sigma.apply(z);
            Expect.finite(a, "apply(z) in " + precision + " with |z| up to 10000");
            Matrix e = new Draws(14).matrix(kernels, 6, 40, -1, 1);
            Expect.finite(sigma.backward(e, z, a), "backward in " + precision + " with |z| up to 10000");
        }
    }

    /** No NaN where exp overflows or underflows, and at the ends of the range. */
    @Test
    default void saturatesWithoutNan() {
        Activation sigma = activation();
        for (Precision precision : Precision.values()) {
            Kernels kernels = kernels(precision);
            for (double[] column : ActivationPoints.saturatedColumns(precision)) {
                Matrix z = Matrix.column(kernels, column);
                Matrix a = sigma.apply(z);
                Matrix e = z.copy();
                e.fill(1);
                Matrix backward = sigma.backward(e, z, a);
                for (int i = 0; i < z.size(); i++) {
                    if (Double.isNaN(a.get(i)) || Double.isNaN(backward.get(i))) {
                        fail((Double.isNaN(a.get(i)) ? "apply" : "backward") + " in " + precision + " gives NaN at z = "
                                + Figures.text(z.get(i))
                                + "; is an infinity divided by an infinity, or multiplied by 0?");
                    }
                }
            }
        }
    }

    /** NaN is never swallowed, and stays in its column. */
    @Test
    default void nanComesOutAsNan() {
        Activation sigma = activation();
        for (Precision precision : Precision.values()) {
            Matrix z = new Draws(15).matrix(kernels(precision), 4, 3, -3, 3);
            Matrix a = sigma.apply(z).copy();
            Matrix ones = z.copy();
            ones.fill(1);
            Matrix slope = sigma.backward(ones, z, a);
            for (int row = 0; row < 4; row++) {
                Matrix bad = z.copy();
                bad.set(row, 1, Double.NaN);
                Matrix result = sigma.apply(bad);
                if (!Double.isNaN(result.get(row, 1))) {
                    fail("apply gives " + Figures.text(result.get(row, 1))
                            + " for z = NaN; a NaN must come out as NaN, or training goes on with wrong numbers");
                }
                Expect.sameBits(a.columnCopy(0), result.columnCopy(0), "apply: a column beside one that holds NaN");
                Expect.sameBits(a.columnCopy(2), result.columnCopy(2), "apply: a column beside one that holds NaN");
                Matrix e = ones.copy();
                e.set(row, 1, Double.NaN);
                double error = sigma.backward(e, z, a).get(row, 1);
                if (slope.get(row, 1) != 0 && !Double.isNaN(error)) {
                    fail("backward gives " + Figures.text(error) + " for an error of NaN; a NaN must come out as NaN");
                }
            }
        }
    }

    /** Floats give what doubles give, to 1e-5. */
    @Test
    default void floatsAgreeWithDoubles() {
        Activation sigma = activation();
        Map<Precision, Matrix> a = new EnumMap<>(Precision.class);
        Map<Precision, Matrix> backward = new EnumMap<>(Precision.class);
        for (Precision precision : Precision.values()) {
            Matrix z = ActivationPoints.awayFrom(kinks(), new Draws(16).matrix(kernels(precision), 8, 20, -6, 6));
            Matrix e = new Draws(17).matrix(kernels(precision), 8, 20, -1, 1);
            Matrix output = sigma.apply(z);
            Expect.precision(precision, output, "apply");
            a.put(precision, output);
            backward.put(precision, sigma.backward(e, z, output));
            Expect.precision(precision, backward.get(precision), "backward");
        }
        Expect.floatsCloseToDoubles(a, "apply");
        Expect.floatsCloseToDoubles(backward, "backward");
    }

    private ElementwiseActivation elementwise() {
        Activation activation = activation();
        assumeTrue(
                activation instanceof ElementwiseActivation,
                () -> activation.name()
                        + " works on whole columns, so it has no value and no derivative of one number");
        return (ElementwiseActivation) activation;
    }
}
