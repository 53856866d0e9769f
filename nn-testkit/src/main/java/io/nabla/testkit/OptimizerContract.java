package io.nabla.testkit;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;
import io.nabla.api.Precision;
import org.junit.jupiter.api.Test;

/**
 * What an optimizer must do: go down, by the mean gradient of a mini-batch, with a state of its own for each parameter.
 *
 * <p>The first steps are held against figures that the author works out by hand, or takes from another program. No other
 * test sees that a rule is followed with twice the learning rate, so give them:
 *
 * <pre>{@code
 * class SgdTest implements OptimizerContract {
 *     public Optimizer optimizer() { return new Sgd(0.1); }
 *     public double[] expected() { return new double[] {0.95, 0.975, 0.875}; }
 * }
 * }</pre>
 *
 * <p>Here the parameter starts at {@link #start} = 1 and meets {@link #gradients} of 0.5, -0.25 and 1, so plain gradient
 * descent gives 1 - 0.1·0.5 = 0.95, then 0.95 + 0.1·0.25 = 0.975, then 0.975 - 0.1·1 = 0.875.
 */
public interface OptimizerContract extends UsesKernels {
    /** The optimizer to test. */
    Optimizer optimizer();

    /** The parameter after each of the first steps, to 1e-12; as many as {@link #gradients} at most. */
    default double[] expected() {
        return new double[0];
    }

    /** Where the parameter of {@link #expected} starts. */
    default double start() {
        return 1;
    }

    /** The mean gradients of an example that the parameter of {@link #expected} meets, one a step. */
    default double[] gradients() {
        return new double[] {0.5, -0.25, 1};
    }

    /** Whether a parameter whose gradient is zero stays where it is; not so with weight decay. */
    default boolean staysWhereTheGradientIsZero() {
        return true;
    }

    /** How many steps the optimizer takes down a bowl. */
    default int bowlSteps() {
        return 200;
    }

    /** How steep the bowl is: its greatest second derivative. */
    default double bowlCurvature() {
        return 0.1;
    }

    /** The name is legal and stays the same. */
    @Test
    default void nameIsLegalAndStable() {
        Expect.legalName("optimizer", optimizer());
    }

    /** The first steps give the figures that the test expects. */
    @Test
    default void firstStepsAreAsExpected() {
        double[] expected = expected();
        double[] gradients = gradients();
        assumeTrue(expected.length > 0, "the test gives no expected() figures: a wrong learning rate goes unseen");
        if (expected.length > gradients.length) {
            fail("expected() has " + expected.length + " figures but gradients() only " + gradients.length
                    + "; give a gradient for each step");
        }
        Kernels kernels = kernels(Precision.DOUBLE);
        int m = 4;
        Parameter parameter = OptimizerSteps.parameter(Matrix.column(kernels, start()), Parameter.Role.WEIGHTS);
        Optimizer.Update update = optimizer().start(parameter);
        for (int step = 0; step < expected.length; step++) {
            update.step(parameter.value(), Matrix.column(kernels, m * gradients[step]), m);
            double actual = parameter.value().get(0);
            if (!Expect.isClose(expected[step], actual, 1e-12 * Math.max(1, Math.abs(expected[step])))) {
                fail("step " + (step + 1) + " with a mean gradient of " + Figures.text(gradients[step])
                        + " (summed over " + m
                        + " examples: " + Figures.text(m * gradients[step]) + ") leads to "
                        + Figures.text(actual, expected[step])
                        + " but should to " + Figures.text(expected[step], actual)
                        + OptimizerSteps.ratio(step == 0 ? start() : expected[step - 1], expected[step], actual));
            }
        }
    }

    /** A gradient summed over m examples moves as far as its mean does over one. */
    @Test
    default void dividesByTheExamplesInTheMiniBatch() {
        for (Parameter.Role role : OptimizerSteps.LEARNED) {
            for (int m : new int[] {2, 7, 10}) {
                OptimizerSteps summed = steps(Precision.DOUBLE, 1, role);
                OptimizerSteps mean = steps(Precision.DOUBLE, 1, role);
                for (int step = 1; step <= 5; step++) {
                    Matrix gradient = mean.nextGradient();
                    summed.step(gradient.scaled(m), m);
                    mean.step(gradient, 1);
                    Expect.close(
                            mean.w(),
                            summed.w(),
                            1e-12,
                            "w (" + role + ") after step " + step + " with gradients summed over " + m
                                    + " examples, against steps with their mean and m = 1");
                }
            }
        }
    }

    /** Mini-batches of different sizes may follow one another, as the last one of an epoch is smaller. */
    @Test
    default void takesEachMiniBatchesOwnSize() {
        OptimizerSteps summed = steps(Precision.DOUBLE, 1, Parameter.Role.WEIGHTS);
        OptimizerSteps mean = steps(Precision.DOUBLE, 1, Parameter.Role.WEIGHTS);
        int step = 0;
        for (int m : new int[] {10, 10, 3, 10, 1}) {
            step++;
            Matrix gradient = mean.nextGradient();
            summed.step(gradient.scaled(m), m);
            mean.step(gradient, 1);
            Expect.close(
                    mean.w(),
                    summed.w(),
                    1e-12,
                    "w after step " + step
                            + " of mini-batches of 10, 10, 3, 10 and 1 examples, against steps with the mean gradients");
        }
    }

    /** The pace is a factor on the first step, in which no average of earlier ones has a part; at 0 nothing moves. */
    @Test
    default void goesAtThePaceOfTheStep() {
        for (Parameter.Role role : Parameter.Role.values()) {
            OptimizerSteps full = steps(Precision.DOUBLE, 1, role);
            Matrix before = full.w().copy();
            Matrix gradient = full.nextGradient();
            full.step(gradient, 4);
            for (double pace : new double[] {0, 0.25, 0.5}) {
                OptimizerSteps paced = steps(Precision.DOUBLE, 1, role);
                paced.step(gradient, 4, pace);
                Expect.close(
                        before.zip(full.w(), (from, to) -> from + pace * (to - from)),
                        paced.w(),
                        1e-12,
                        "w (" + role + ") after a first step at a pace of " + Figures.text(pace)
                                + ", against that part of the way of a full step (is the pace a factor on the learning rate?)");
            }
        }
    }

    /** Parameters that are moved in turn go the ways that they go alone: no state is shared. */
    @Test
    default void keepsTheStateOfEachParameterApart() {
        Optimizer optimizer = optimizer();
        OptimizerSteps alone = steps(Precision.DOUBLE, 1, Parameter.Role.WEIGHTS);
        for (int step = 0; step < 5; step++) {
            alone.step(alone.nextGradient(), 4);
        }
        OptimizerSteps earlier = OptimizerSteps.of(optimizer, kernels(Precision.DOUBLE), 2, Parameter.Role.WEIGHTS);
        earlier.step(earlier.nextGradient(), 4);
        OptimizerSteps one = OptimizerSteps.of(optimizer, kernels(Precision.DOUBLE), 1, Parameter.Role.WEIGHTS);
        OptimizerSteps other = OptimizerSteps.of(optimizer, kernels(Precision.DOUBLE), 3, Parameter.Role.BIASES);
        for (int step = 0; step < 5; step++) {
            one.step(one.nextGradient(), 4);
            other.step(other.nextGradient(), 4);
            earlier.step(earlier.nextGradient(), 4);
        }
        Expect.sameBits(
                alone.w(),
                one.w(),
                "w after 5 steps while other parameters moved in between, against w alone (is state shared between updates?)");
    }

    /** An update moves the very matrix that it is given. */
    @Test
    default void movesTheParameterInPlace() {
        for (Parameter.Role role : OptimizerSteps.LEARNED) {
            OptimizerSteps steps = steps(Precision.DOUBLE, 1, role);
            Matrix before = steps.w().copy();
            for (int step = 0; step < 5; step++) {
                steps.step(steps.nextGradient(), 2);
            }
            for (int i = 0; i < before.size(); i++) {
                if (before.get(i) == steps.w().get(i)) {
                    fail("an element of w (" + role + ") is still " + Figures.text(before.get(i))
                            + " after 5 steps with gradients that are not zero; is w itself changed, or a copy?");
                }
            }
        }
    }

    /** A zero gradient leaves a parameter where it is. */
    @Test
    default void staysWithoutAGradient() {
        assumeTrue(staysWhereTheGradientIsZero(), "the test says that parameters move without a gradient");
        for (Precision precision : Precision.values()) {
            OptimizerSteps steps = steps(precision, 1, Parameter.Role.WEIGHTS);
            Matrix before = steps.w().copy();
            for (int step = 0; step < 3; step++) {
                steps.step(Matrix.zeros(before.kernels(), before.rows(), before.columns()), 4);
            }
            Expect.sameBits(
                    before,
                    steps.w(),
                    "w after 3 steps with a gradient of zero, against w before (weight decay?"
                            + " then override staysWhereTheGradientIsZero)");
        }
    }

    /** Step after step, a bowl of ½ Σ k w² is descended. */
    @Test
    default void descendsABowl() {
        for (Precision precision : Precision.values()) {
            OptimizerSteps steps = steps(precision, 1, Parameter.Role.WEIGHTS);
            double before = steps.bowl(bowlCurvature());
            for (int step = 0; step < bowlSteps(); step++) {
                steps.step(steps.bowlGradient(bowlCurvature(), 4), 4);
            }
            double after = steps.bowl(bowlCurvature());
            // Not only a rounding lower, and NaN is no descent.
            if (!(after < before * (1 - 1e-6))) {
                fail("a bowl of height " + Figures.text(before, after) + " and curvature "
                        + Figures.text(bowlCurvature())
                        + " is at " + Figures.text(after, before) + " after " + bowlSteps()
                        + " steps; is the sign of the step wrong, or the learning rate of optimizer() too large for this"
                        + " test?");
            }
        }
    }

    /** Floats go where doubles go, to 1e-5. */
    @Test
    default void floatsAgreeWithDoubles() {
        OptimizerSteps doubles = steps(Precision.DOUBLE, 1, Parameter.Role.WEIGHTS);
        OptimizerSteps floats = steps(Precision.FLOAT, 1, Parameter.Role.WEIGHTS);
        for (int step = 1; step <= 5; step++) {
            doubles.step(doubles.nextGradient(), 4);
            floats.step(floats.nextGradient(), 4);
            Expect.close(doubles.w(), floats.w(), 1e-5, "w in float after step " + step + ", against double");
        }
    }

    /** A new update that takes over the state of one on its way goes on as that one, bit for bit, and shares nothing with it. */
    @Test
    default void goesOnFromItsStateWithTheSameBits() {
        for (Precision precision : Precision.values()) {
            for (Parameter.Role role : OptimizerSteps.LEARNED) {
                OptimizerSteps whole = steps(precision, 1, role);
                assumeTrue(
                        whole.state().isPresent(),
                        "the update does not say what it remembers: runs with this optimizer cannot make checkpoints");
                for (int step = 1; step <= 3; step++) {
                    whole.step(whole.nextGradient(), 4);
                }
                OptimizerSteps resumed = whole.resumed(optimizer());
                for (int step = 4; step <= 6; step++) {
                    Matrix gradient = whole.nextGradient();
                    whole.step(gradient, 7, 0.5);
                    resumed.step(gradient, 7, 0.5);
                    Expect.sameBits(
                            whole.w(),
                            resumed.w(),
                            "w (" + role + ", " + precision + ") in step " + step
                                    + ", after a new update took over the state of the first 3 steps, against w of the update"
                                    + " that did them all (does state() tell everything, and does restore(state) copy it?)");
                }
            }
        }
    }

    private OptimizerSteps steps(Precision precision, long seed, Parameter.Role role) {
        return OptimizerSteps.of(optimizer(), kernels(precision), seed, role);
    }
}
