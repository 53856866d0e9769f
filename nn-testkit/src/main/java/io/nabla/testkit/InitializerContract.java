package io.nabla.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import io.nabla.api.Initializer;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Precision;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What an initializer must do: draw finite numbers with the mean and the spread that it promises, the same from the same
 * seed.
 *
 * <pre>{@code
 * class ScaledGaussianTest implements InitializerContract {
 *     public Initializer initializer() { return new ScaledGaussian(); }
 *     public double weightDeviation(int fanIn, int fanOut) { return 1 / Math.sqrt(fanIn); }
 *     public double biasDeviation() { return 1; }
 * }
 * }</pre>
 */
public interface InitializerContract extends UsesKernels {
    /** The roles of what an initializer is given. */
    List<Parameter.Role> DRAWN = Arrays.stream(Parameter.Role.values())
            .filter(Parameter.Role::isDrawn)
            .toList();

    /** The initializer to test. */
    Initializer initializer();

    /**
     * The standard deviation of weights.
     *
     * @param fanIn how many inputs feed one output
     * @param fanOut how many outputs one input feeds
     */
    double weightDeviation(int fanIn, int fanOut);

    /** The standard deviation of biases; 0 where they are always the same. */
    double biasDeviation();

    /** The mean of weights. */
    default double weightMean() {
        return 0;
    }

    /** The mean of biases. */
    default double biasMean() {
        return 0;
    }

    /** The name is legal and stays the same. */
    @Test
    default void nameIsLegalAndStable() {
        Expect.legalName("initializer", initializer());
    }

    /** Settings that the initializer does not have are refused, and none changes nothing. */
    @Test
    default void settingsAreChecked() {
        Expect.settingsAreChecked(initializer(), initializer()::with);
    }

    /** Weights have the mean and the spread that the test declares, for several fan-ins and fan-outs. */
    @Test
    default void weightsAreSpreadAsDeclared() {
        for (int[] fans : new int[][] {{1, 20_000}, {20_000, 1}, {784, 30}, {30, 700}, {150, 150}}) {
            Parameter weights = draw(Parameter.Role.WEIGHTS, Precision.DOUBLE, fans[1], fans[0], fans[0], fans[1], 1);
            verify(
                    "weights with fan-in " + fans[0] + " and fan-out " + fans[1],
                    weights.value(),
                    weightMean(),
                    weightDeviation(fans[0], fans[1]));
        }
    }

    /** The spread follows the parameter's fan-in and fan-out, which need not be the matrix's columns and rows. */
    @Test
    default void weightsFollowTheFansOfTheParameter() {
        Parameter weights = draw(Parameter.Role.WEIGHTS, Precision.DOUBLE, 200, 100, 9, 25, 2);
        verify(
                "weights of a 200×100 matrix with fan-in 9 and fan-out 25",
                weights.value(),
                weightMean(),
                weightDeviation(9, 25));
    }

    /** Biases have the mean and the spread that the test declares. */
    @Test
    default void biasesAreSpreadAsDeclared() {
        Parameter biases = draw(Parameter.Role.BIASES, Precision.DOUBLE, 20_000, 1, 784, 20_000, 3);
        verify("biases", biases.value(), biasMean(), biasDeviation());
    }

    /** The same seed gives the same bits, whatever was drawn before; another seed gives others. */
    @Test
    default void sameSeedGivesSameNumbers() {
        for (Parameter.Role role : DRAWN) {
            int columns = role == Parameter.Role.WEIGHTS ? 7 : 1;
            Matrix first = draw(role, Precision.DOUBLE, 5, columns, 7, 5, 4).value();
            Matrix other = draw(role, Precision.DOUBLE, 5, columns, 7, 5, 5).value();
            Matrix again = draw(role, Precision.DOUBLE, 5, columns, 7, 5, 4).value();
            Expect.sameBits(
                    first,
                    again,
                    role + " drawn with the same seed a second time, against the first"
                            + " (all randomness comes from the generator)");
            double deviation = role == Parameter.Role.WEIGHTS ? weightDeviation(7, 5) : biasDeviation();
            if (deviation > 0 && first.sameBits(other)) {
                fail(role + " are the same for two seeds; is the generator used?");
            }
        }
    }

    /** One initializer object may draw for many networks: it has no state. */
    @Test
    default void hasNoState() {
        Initializer initializer = initializer();
        Kernels kernels = kernels(Precision.DOUBLE);
        Parameter parameter = parameter(Parameter.Role.WEIGHTS, Matrix.zeros(kernels, 5, 7), 7, 5);
        initializer.draw(parameter, new Random(6));
        Matrix first = parameter.value().copy();
        initializer.draw(parameter(Parameter.Role.BIASES, Matrix.zeros(kernels, 3, 1), 7, 3), new Random(7));
        initializer.draw(parameter, new Random(6));
        Expect.sameBits(
                first,
                parameter.value(),
                "weights drawn by the same object with the same seed, against the first time");
        ManyThreads.giveTheSame(first, "draw", () -> {
            Parameter own = parameter(Parameter.Role.WEIGHTS, Matrix.zeros(kernels, 5, 7), 7, 5);
            initializer.draw(own, new Random(6));
            return own.value();
        });
    }

    /** Floats hold the doubles of the same seed, rounded. */
    @Test
    default void floatsAreTheDoublesRounded() {
        for (Parameter.Role role : DRAWN) {
            int columns = role == Parameter.Role.WEIGHTS ? 7 : 1;
            Matrix doubles = draw(role, Precision.DOUBLE, 5, columns, 7, 5, 8).value();
            Matrix floats = draw(role, Precision.FLOAT, 5, columns, 7, 5, 8).value();
            Expect.close(doubles, floats, 1e-6, role + " in float, against double");
        }
    }

    private Parameter draw(
            Parameter.Role role, Precision precision, int rows, int columns, int fanIn, int fanOut, long seed) {
        Parameter parameter = parameter(role, Matrix.zeros(kernels(precision), rows, columns), fanIn, fanOut);
        parameter.value().fill(Double.NaN);
        initializer().draw(parameter, new Random(seed));
        Expect.finite(
                parameter.value(),
                "draw of " + role + " with fan-in " + fanIn + " and fan-out " + fanOut
                        + " (an element that is not written stays NaN here)");
        return parameter;
    }

    private static Parameter parameter(Parameter.Role role, Matrix value, int fanIn, int fanOut) {
        return new Parameter(role == Parameter.Role.WEIGHTS ? "weights" : "biases", role, value, fanIn, fanOut);
    }

    private static void verify(String what, Matrix drawn, double mean, double deviation) {
        int n = drawn.size();
        double actualMean = drawn.sum() / n;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += (drawn.get(i) - actualMean) * (drawn.get(i) - actualMean);
        }
        double actualDeviation = Math.sqrt(squares / n);
        // Six standard errors; that of a deviation is half of √(kurtosis - 1), taken for distributions up to kurtosis
        // 9.
        double meanBound = 6 * deviation / Math.sqrt(n) + 1e-12 * Math.abs(mean);
        double deviationBound = 6 * 1.5 * deviation / Math.sqrt(n) + 1e-12;
        if (!Expect.isClose(mean, actualMean, meanBound)) {
            fail("the mean of " + n + " " + what + " is " + Figures.text(actualMean, mean) + " but should be "
                    + Figures.text(mean, actualMean) + " give or take " + Figures.text(meanBound));
        }
        if (!Expect.isClose(deviation, actualDeviation, deviationBound)) {
            fail("the standard deviation of " + n + " " + what + " is " + Figures.text(actualDeviation, deviation)
                    + " but should be " + Figures.text(deviation, actualDeviation) + " give or take "
                    + Figures.text(deviationBound) + "; is the fan-in or a square root missing?");
        }
    }
}
