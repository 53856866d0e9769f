package io.nabla.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Catalog;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;
import io.nabla.api.Plugins;
import io.nabla.api.Precision;
import io.nabla.api.Settings;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.kernels.ThreadedKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.testkit.OptimizerContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdamTest implements OptimizerContract {
    @Override
    public Optimizer optimizer() {
        return new Adam(0.01);
    }

    /** The authors' formulas in Python's decimals, 50 digits; the first is 1 - 0.01·0.5 / (0.5 + 1e-8). */
    @Override
    public double[] expected() {
        return new double[] {0.99000000019999999600, 0.98733662987078461625, 0.98075551396770896155};
    }

    /** However large or small the gradient is. */
    @Test
    void theFirstStepIsTheLearningRate() {
        Matrix w = Matrix.column(PlainKernels.of(Precision.DOUBLE), 1, 1, 1);
        Matrix nabla = Matrix.column(w.kernels(), 1e9, -1e-3, 4);
        new Adam(0.25, 0.9, 0.999, 1e-30).start(weights(w)).step(w, nabla, 10);
        assertThat(w.get(0)).isEqualTo(0.75);
        assertThat(w.get(1)).isEqualTo(1.25);
        assertThat(w.get(2)).isEqualTo(0.75);
    }

    @Test
    void withoutMemoryEachStepFollowsTheSignOfItsGradient() {
        Matrix w = Matrix.column(PlainKernels.of(Precision.DOUBLE), 1);
        Optimizer.Update update = new Adam(0.25, 0, 0, 1e-30).start(weights(w));
        double[] expected = {0.75, 1, 0.75, 0.5};
        double[] gradients = {3, -8, 1e-5, 2};
        for (int step = 0; step < expected.length; step++) {
            update.step(w, Matrix.column(w.kernels(), gradients[step]), 1);
            assertThat(w.get(0)).isEqualTo(expected[step]);
        }
    }

    /** Enough elements that the threads share them. */
    @ParameterizedTest
    @EnumSource
    void anyNumberOfThreadsGivesTheSameBits(Precision precision) {
        Kernels plain = PlainKernels.of(precision);
        Matrix alone = afterSteps(plain, 5);
        for (int threads : new int[] {1, 3}) {
            try (ThreadedKernels threaded = new ThreadedKernels(plain, threads)) {
                assertThat(afterSteps(threaded, 5).sameBits(alone))
                        .as("%d threads", threads)
                        .isTrue();
            }
        }
    }

    private static Matrix afterSteps(Kernels kernels, int steps) {
        NumpyRandom random = new NumpyRandom(7);
        Matrix w = gaussians(kernels, random);
        Optimizer.Update update = new Adam(0.01).start(weights(w));
        for (int step = 0; step < steps; step++) {
            update.step(w, gaussians(kernels, random), 10);
        }
        return w;
    }

    private static Matrix gaussians(Kernels kernels, NumpyRandom random) {
        Matrix matrix = Matrix.zeros(kernels, 301, 200);
        for (int i = 0; i < matrix.size(); i++) {
            matrix.set(i, random.nextGaussian());
        }
        return matrix;
    }

    /** One gradient, then a thousand times none: the moments shrink to beyond what a normal number can hold. */
    @ParameterizedTest
    @CsvSource({"DOUBLE, 0.1, 0.2", "DOUBLE, 0.9, 0.999", "FLOAT, 0.1, 0.2", "FLOAT, 0.9, 0.999"})
    void noMomentIsEverDenormalAndNoWeightMovesByIt(Precision precision, double beta1, double beta2) {
        double[] gradients = {1, -3, 1e-3, -1e-9, 1e-15, -1e-18, 1e-22, -1e-30, 1e10, 0};
        Matrix w = Matrix.zeros(PlainKernels.of(precision), gradients.length, 1);
        w.fill(1);
        AdamMoments update = (AdamMoments) new Adam(0.01, beta1, beta2, 1e-8).start(weights(w));
        Matrix nabla = Matrix.column(w.kernels(), gradients);
        Matrix none = Matrix.zeros(w.kernels(), gradients.length, 1);
        for (int step = 0; step <= 1000; step++) {
            update.step(w, step == 0 ? nabla : none, 1);
            for (int i = 0; i < gradients.length; i++) {
                assertNormalOrZero(update.moments().matrix(0), i);
                assertNormalOrZero(update.moments().matrix(1), i);
                assertThat(update.moments().matrix(1).get(i)).isNotNegative();
            }
        }
        double relative = precision == Precision.DOUBLE ? 1e-12 : 1e-5;
        for (int i = 0; i < gradients.length; i++) {
            double expected = afterOneGradient(gradients[i], 1000, beta1, beta2);
            assertThat(Math.abs(w.get(i) - expected))
                    .as("after a gradient of %s: %s, not %s", gradients[i], w.get(i), expected)
                    .isLessThanOrEqualTo(relative * Math.abs(expected));
        }
    }

    private static void assertNormalOrZero(Matrix moment, int i) {
        double least = moment.precision() == Precision.DOUBLE ? Double.MIN_NORMAL : Float.MIN_NORMAL;
        assertThat(moment.get(i) == 0 || Math.abs(moment.get(i)) >= least)
                .as("%s", moment.get(i))
                .isTrue();
    }

    /** The formulas as they stand in the paper, in double, with denormals. */
    private static double afterOneGradient(double gradient, int more, double beta1, double beta2) {
        double w = 1;
        double m = 0;
        double v = 0;
        for (int t = 1; t <= 1 + more; t++) {
            double g = t == 1 ? gradient : 0;
            m = beta1 * m + (1 - beta1) * g;
            v = beta2 * v + (1 - beta2) * g * g;
            w -= 0.01 * (m / (1 - Math.pow(beta1, t))) / (Math.sqrt(v / (1 - Math.pow(beta2, t))) + 1e-8);
        }
        return w;
    }

    /** An epsilon that is zero as a float would make 0/0 of a weight that has no gradient. */
    @Test
    void anEpsilonTooSmallForFloatsIsRefused() {
        Parameter floats = weights(Matrix.column(PlainKernels.of(Precision.FLOAT), 1, 2));
        assertThatThrownBy(() -> new Adam(0.01, 0.9, 0.999, 1e-50).start(floats))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("epsilon is at least 1.0E-16 where parameters are floats, but got 1.0E-50;"
                        + " use 1.0E-8, or doubles");
        Matrix w = floats.value();
        Matrix before = w.copy();
        new Adam(0.01, 0.9, 0.999, 1e-16).start(floats).step(w, Matrix.zeros(w.kernels(), 2, 1), 1);
        assertThat(w.sameBits(before)).isTrue();
    }

    @Test
    void anUpdateMovesNoOtherParameter() {
        Kernels kernels = PlainKernels.of(Precision.DOUBLE);
        Matrix w = Matrix.zeros(kernels, 3, 2);
        Optimizer.Update update = new Adam(0.01).start(weights(w));
        assertThatThrownBy(() -> update.step(Matrix.zeros(kernels, 2, 3), w, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("w is 2×3 of double but this update was started for a parameter of 3×2 of double;"
                        + " start one for each parameter");
        assertThatThrownBy(() -> update.step(w, Matrix.zeros(PlainKernels.of(Precision.FLOAT), 3, 2), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nabla is 3×2 of float but");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void theLearningRateAndEpsilonAreFiniteAndPositive(double number) {
        assertThatThrownBy(() -> new Adam(number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the learning rate is a finite number above 0, such as 0.001, but got " + number);
        assertThatThrownBy(() -> new Adam(0.001, 0.9, 0.999, number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("epsilon is a finite number above 0, such as 1.0E-8, but got " + number);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN, Double.POSITIVE_INFINITY})
    void theBetasAreFrom0ToBelow1(double beta) {
        assertThatThrownBy(() -> new Adam(0.001, beta, 0.999, 1e-8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("beta1 is at least 0 and below 1, such as 0.9, but got " + beta);
        assertThatThrownBy(() -> new Adam(0.001, 0.9, beta, 1e-8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("beta2 is at least 0 and below 1, such as 0.999, but got " + beta);
    }

    @Test
    void factoryReadsTheLearningRateAndWhatElseIsSet() {
        AdamFactory factory = new AdamFactory();
        Plugins none = new Plugins(
                Catalog.of("activation", List.of()),
                Catalog.of("cost", List.of()),
                Catalog.of("layer", List.of()),
                Catalog.of("optimizer", List.of(factory)),
                Catalog.of("schedule", List.of()),
                Catalog.of("clipping", List.of()),
                Catalog.of("regularizer", List.of()),
                Catalog.of("initializer", List.of()));
        assertThat(factory.name()).isEqualTo("adam").isEqualTo(new Adam(1).name());
        assertThat(factory.create(Settings.of(Map.of("learning-rate", "0.001")), none))
                .isEqualTo(new Adam(0.001))
                .isEqualTo(new Adam(0.001, 0.9, 0.999, 1e-8));
        Map<String, String> all = Map.of("learning-rate", "1", "beta1", "0.5", "beta2", "0.75", "epsilon", "1e-4");
        assertThat(factory.create(Settings.of(all), none)).isEqualTo(new Adam(1, 0.5, 0.75, 1e-4));
        assertThatThrownBy(() -> factory.create(Settings.of(Map.of("beta1", "0.5")), none))
                .hasMessageContaining("'learning-rate' is not set");
        assertThatThrownBy(() -> factory.create(Settings.of(Map.of("learning-rate", "1", "beta1", "high")), none))
                .hasMessage("'beta1' is a number, but got 'high'");
        assertThatThrownBy(() -> factory.create(Settings.of(Map.of("learning-rate", "1", "beta3", "0.5")), none))
                .hasMessageContaining("unknown setting 'beta3'");
    }

    private static Parameter weights(Matrix w) {
        return new Parameter("weights", Parameter.Role.WEIGHTS, w, w.columns(), w.rows());
    }
}
