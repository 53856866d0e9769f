package io.nabla.testkit;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nabla.api.Activation;
import io.nabla.api.Cost;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What a cost must do: a gradient that is its slope, sums over the examples, a δ that is the slope by z for every output
 * activation, and finite numbers where outputs saturate.
 *
 * <pre>{@code
 * class QuadraticCostTest implements CostContract {
 *     public Cost cost() { return new QuadraticCost(); }
 *     public boolean isLeastAtTarget() { return true; }
 * }
 * }</pre>
 *
 * <p>Outputs and targets lie between 0 and 1 unless the test says otherwise. A cost that fuses δ with an activation of
 * its own names it in {@link #outputs}.
 */
public interface CostContract extends UsesKernels {
    /** The cost to test. */
    Cost cost();

    /** What outputs a may be; δ is tried at saturation at both ends. */
    default Range outputRange() {
        return Range.UNIT;
    }

    /** What targets y may be. */
    default Range targetRange() {
        return Range.UNIT;
    }

    /** Whether the targets of one example must sum to 1, as probabilities do. */
    default boolean targetsSumToOne() {
        return false;
    }

    /** Whether no outputs cost less than a = y. */
    default boolean isLeastAtTarget() {
        return false;
    }

    /**
     * Output activations that δ is tried with: a logistic one, a softmax and one that is neither, unless overridden.
     *
     * <p>Their outputs lie in {@link #outputRange}.
     */
    default List<Activation> outputs() {
        return List.of(Toys.outputs());
    }

    /** The name is legal and stays the same. */
    @Test
    default void nameIsLegalAndStable() {
        Expect.legalName("cost", cost());
    }

    /** Settings that the cost does not have are refused, and none changes nothing. */
    @Test
    default void settingsAreChecked() {
        Expect.settingsAreChecked(cost(), cost()::with);
    }

    /** The gradient is, for each output, the slope of value. */
    @Test
    default void gradientIsTheSlopeOfValue() {
        Cost cost = cost();
        CostExamples examples = examples(Precision.DOUBLE);
        for (int rows : new int[] {1, 2, 6}) {
            Matrix a = examples.outputs(rows, 4);
            Matrix y = examples.targets(rows, 4);
            Matrix gradient = cost.gradient(a, y);
            Expect.sameShape(a, gradient, "gradient");
            for (int i = 0; i < a.size(); i++) {
                Slope slope = CostExamples.slope(a, i, moved -> cost.value(moved, y));
                if (!slope.matches(gradient.get(i))) {
                    fail("gradient at a = " + Figures.text(a.get(i)) + ", y = " + Figures.text(y.get(i)) + " "
                            + slope.against(gradient.get(i), "value"));
                }
            }
        }
    }

    /** The value of a batch is the sum of its columns' values; gradient and δ of a column are those of the column alone. */
    @Test
    default void batchIsTheSumOfItsColumns() {
        Cost cost = cost();
        for (Precision precision : Precision.values()) {
            CostExamples examples = examples(precision);
            Matrix a = examples.outputs(5, 7);
            Matrix y = examples.targets(5, 7);
            Matrix gradient = cost.gradient(a, y);
            double sum = 0;
            for (int column = 0; column < 7; column++) {
                Matrix a1 = a.columnCopy(column);
                Matrix y1 = y.columnCopy(column);
                sum += cost.value(a1, y1);
                Expect.sameBits(
                        cost.gradient(a1, y1),
                        gradient.columnCopy(column),
                        "gradient: column " + column
                                + " of a batch of 7, against that column alone (is it divided by the batch's size?)");
            }
            double tolerance = precision == Precision.DOUBLE ? 1e-12 : 1e-5;
            Expect.close(
                    sum,
                    cost.value(a, y),
                    tolerance,
                    "value of a batch of 7, against the sum of its columns' values"
                            + " (costs are summed over the examples, never averaged)");
            for (Activation sigma : outputs()) {
                Matrix z = examples.weightedInputs(5, 7);
                Matrix delta = cost.delta(sigma, z, sigma.apply(z), y);
                for (int column = 0; column < 7; column++) {
                    Matrix z1 = z.columnCopy(column);
                    Expect.sameBits(
                            cost.delta(sigma, z1, sigma.apply(z1), y.columnCopy(column)),
                            delta.columnCopy(column),
                            "delta with " + sigma.name() + ": column " + column
                                    + " of a batch of 7, against that column alone");
                }
            }
        }
    }

    /** δ, fused or not, is the activation's backward of the gradient. */
    @Test
    default void deltaAgreesWithTheComposition() {
        Cost cost = cost();
        CostExamples examples = examples(Precision.DOUBLE);
        for (Activation sigma : outputs()) {
            Matrix z = examples.weightedInputs(6, 9);
            Matrix a = sigma.apply(z);
            Matrix y = examples.targets(6, 9);
            Matrix delta = cost.delta(sigma, z, a, y);
            Matrix composed = sigma.backward(cost.gradient(a, y), z, a);
            Expect.sameShape(z, delta, "delta with " + sigma.name());
            double rounding = 1e-12 * Math.max(1, Expect.greatest(composed));
            for (int i = 0; i < z.size(); i++) {
                double bound = 1e-9 * Math.abs(composed.get(i)) + rounding;
                if (!Expect.isClose(composed.get(i), delta.get(i), bound)) {
                    fail("delta with " + sigma.name() + " at z = " + Figures.text(z.get(i)) + ", a = "
                            + Figures.text(a.get(i)) + ", y = " + Figures.text(y.get(i)) + " is "
                            + Figures.text(delta.get(i), composed.get(i)) + " but σ.backward(gradient) is "
                            + Figures.text(composed.get(i), delta.get(i))
                            + "; is the fused form wrong, or used with an activation that it is not for?");
                }
            }
        }
    }

    /** δ is, for each weighted input, the slope of value(σ(z)). */
    @Test
    default void deltaIsTheSlopeByTheWeightedInput() {
        Cost cost = cost();
        CostExamples examples = examples(Precision.DOUBLE);
        for (Activation sigma : outputs()) {
            Matrix z = examples.weightedInputs(5, 3);
            Matrix y = examples.targets(5, 3);
            Matrix delta = cost.delta(sigma, z, sigma.apply(z), y);
            for (int i = 0; i < z.size(); i++) {
                Slope slope = CostExamples.slope(z, i, moved -> cost.value(sigma.apply(moved), y));
                if (!slope.matches(delta.get(i))) {
                    fail("delta with " + sigma.name() + " at z = " + Figures.text(z.get(i)) + ", y = "
                            + Figures.text(y.get(i)) + " " + slope.against(delta.get(i), "value(σ(z))"));
                }
            }
        }
    }

    /** Value, gradient and δ are finite where outputs are exactly at the ends of their range, right or wrong. */
    @Test
    default void isFiniteAtSaturation() {
        Cost cost = cost();
        for (Precision precision : Precision.values()) {
            CostExamples examples = examples(precision);
            Matrix y = examples.targetsAtTheEnds();
            Matrix a = examples.outputsAtTheEnds();
            for (int column = 0; column < a.columns(); column++) {
                Matrix a1 = a.columnCopy(column);
                Matrix y1 = y.columnCopy(column);
                double value = cost.value(a1, y1);
                if (!Double.isFinite(value)) {
                    fail("value in " + precision + " is " + value + " " + CostExamples.describe(a1, y1)
                            + "; is log 0, or 0 · log 0, guarded?");
                }
                Expect.finite(cost.gradient(a1, y1), "gradient in " + precision + " " + CostExamples.describe(a1, y1));
            }
            for (Activation sigma : outputs()) {
                for (double far : new double[] {40, 800, 1e4}) {
                    Matrix z = examples.saturated(far);
                    Expect.finite(
                            cost.delta(sigma, z, sigma.apply(z), y),
                            "delta in " + precision + " with " + sigma.name() + " at z = ±" + Figures.text(far));
                }
            }
        }
    }

    /** A NaN among the outputs makes the value NaN, so that training can stop. */
    @Test
    default void nanComesOutAsNan() {
        Cost cost = cost();
        for (Precision precision : Precision.values()) {
            CostExamples examples = examples(precision);
            Matrix a = examples.outputs(3, 2);
            Matrix y = examples.targets(3, 2);
            a.set(1, 1, Double.NaN);
            double value = cost.value(a, y);
            if (!Double.isNaN(value)) {
                fail("value is " + Figures.text(value)
                        + " though an output is NaN; training could not see that it diverged");
            }
            double gradient = cost.gradient(a, y).get(1, 1);
            if (!Double.isNaN(gradient)) {
                fail("gradient is " + Figures.text(gradient) + " for an output of NaN; a NaN must come out as NaN");
            }
        }
    }

    /** No outputs cost less than the targets themselves, if the test says so. */
    @Test
    default void isLeastWhereOutputsAreTargets() {
        assumeTrue(isLeastAtTarget(), "the test does not say that a = y costs least");
        Cost cost = cost();
        CostExamples examples = examples(Precision.DOUBLE);
        Matrix y = examples.targets(5, 6);
        double least = cost.value(y, y);
        for (int i = 0; i < 100; i++) {
            Matrix a = examples.outputs(5, 6);
            double nearness = Math.scalb(1.0, -i % 12);
            Matrix between = y.scaled(1 - nearness).plus(a.scaled(nearness));
            double value = cost.value(between, y);
            if (value < least - 1e-13 * Math.max(1, Math.abs(least))) {
                fail("value(y, y) is " + Figures.text(least, value) + " but other outputs cost only "
                        + Figures.text(value, least));
            }
        }
    }

    /** Arguments are read only, and results are new matrices. */
    @Test
    default void argumentsAreNotChanged() {
        Cost cost = cost();
        for (Precision precision : Precision.values()) {
            CostExamples examples = examples(precision);
            Matrix a = examples.outputs(4, 5);
            Matrix y = examples.targets(4, 5);
            Snapshot kept = new Snapshot().keep("its argument a", a).keep("its argument y", y);
            cost.value(a, y);
            kept.verify("value");
            Matrix gradient = cost.gradient(a, y);
            kept.verify("gradient");
            kept.verifyApartFrom(gradient, "gradient");
            for (Activation sigma : outputs()) {
                Matrix z = examples.weightedInputs(4, 5);
                Matrix output = sigma.apply(z);
                Snapshot ofDelta = new Snapshot()
                        .keep("its argument z", z)
                        .keep("its argument a", output)
                        .keep("its argument y", y);
                Matrix delta = cost.delta(sigma, z, output, y);
                ofDelta.verify("delta");
                ofDelta.verifyApartFrom(delta, "delta");
            }
        }
    }

    /** Results depend on the arguments alone, also on eight threads and in memory used before. */
    @Test
    default void hasNoState() {
        Cost cost = cost();
        CostExamples examples = examples(Precision.DOUBLE);
        Matrix a = examples.outputs(6, 10);
        Matrix y = examples.targets(6, 10);
        double value = cost.value(a, y);
        Matrix gradient = cost.gradient(a, y);
        cost.value(examples.outputs(2, 3), examples.targets(2, 3));
        Kernels kernels = kernels(Precision.DOUBLE);
        Matrix first = Matrix.column(kernels, value);
        Expect.sameBits(first, Matrix.column(kernels, cost.value(a, y)), "value a second time, against the first");
        ManyThreads.giveTheSame(first, "value", () -> Matrix.column(kernels, cost.value(a, y)));
        ManyThreads.giveTheSame(gradient, "gradient", () -> cost.gradient(a, y));
        Matrix reused = new UsedWorkspace().copy(a);
        Expect.sameBits(gradient, cost.gradient(reused, y), "gradient in a workspace used before, against the heap");
    }

    /** Floats give what doubles give, to 1e-5. */
    @Test
    default void floatsAgreeWithDoubles() {
        Cost cost = cost();
        Map<Precision, Matrix> value = new EnumMap<>(Precision.class);
        Map<Precision, Matrix> gradient = new EnumMap<>(Precision.class);
        for (Precision precision : Precision.values()) {
            CostExamples examples = examples(precision);
            Matrix a = examples.outputs(5, 8);
            Matrix y = examples.targets(5, 8);
            value.put(precision, Matrix.column(kernels(Precision.DOUBLE), cost.value(a, y)));
            gradient.put(precision, cost.gradient(a, y));
            Expect.precision(precision, gradient.get(precision), "gradient");
        }
        Expect.floatsCloseToDoubles(value, "value");
        Expect.floatsCloseToDoubles(gradient, "gradient");
    }

    private CostExamples examples(Precision precision) {
        return new CostExamples(kernels(precision), outputRange(), targetRange(), targetsSumToOne());
    }
}
