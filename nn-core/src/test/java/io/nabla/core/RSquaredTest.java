package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.Activation;
import io.nabla.api.Dataset;
import io.nabla.api.ElementwiseActivation;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.TestPlugins.Dense;
import io.nabla.core.TestPlugins.Gaussian;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

class RSquaredTest {
    private record Identity() implements ElementwiseActivation, Activation {
        @Override
        public String name() {
            return "identity";
        }

        @Override
        public double value(double z) {
            return z;
        }

        @Override
        public double derivative(double z, double a) {
            return 1;
        }
    }

    /** One input; each output is slope · x + intercept. */
    private static Network lines(double[] slopes, double[] intercepts) {
        Network network = Network.builder(1)
                .kernels(PlainKernels.of(Precision.DOUBLE))
                .layer(new Dense(slopes.length, new Identity()))
                .build(new Gaussian(), new NumpyRandom(1));
        Matrix w = network.layers().get(0).parameters().get("weights");
        Matrix b = network.layers().get(0).parameters().get("biases");
        for (int i = 0; i < slopes.length; i++) {
            w.set(i, slopes[i]);
            b.set(i, intercepts[i]);
        }
        return network;
    }

    /** More examples than go through the network at once, far from zero. */
    @Test
    void ofTheBestLineItIsThatOfCommonsMath() {
        NumpyRandom random = new NumpyRandom(3);
        SimpleRegression regression = new SimpleRegression();
        double[][] inputs = new double[450][1];
        double[][] targets = new double[450][1];
        for (int i = 0; i < 450; i++) {
            inputs[i][0] = random.nextDouble();
            targets[i][0] = 1000 + 2 * inputs[i][0] + 0.3 * random.nextGaussian();
            regression.addData(inputs[i][0], targets[i][0]);
        }
        Network line = lines(new double[] {regression.getSlope()}, new double[] {regression.getIntercept()});
        RSquared rSquared = RSquared.of(line, Dataset.of(inputs, targets));
        assertThat(rSquared.mean()).isCloseTo(regression.getRSquare(), within(1e-10));
        assertThat(rSquared.output(0)).isEqualTo(rSquared.mean()).isBetween(0.5, 0.95);
    }

    /** Of answers that are all alike: 1 - mean squared error / variance, with Commons Math's variance. */
    @Test
    void eachOutputHasItsOwnAndTheMeanIsOverThem() {
        double[] first = {1, 4, 2, 8};
        double[] second = {-3, 5, 0, 0.5};
        double[][] targets = new double[4][];
        for (int i = 0; i < 4; i++) {
            targets[i] = new double[] {first[i], second[i]};
        }
        Dataset data = Dataset.of(new double[][] {{0}, {0}, {0}, {0}}, targets);
        RSquared rSquared = RSquared.of(lines(new double[2], new double[] {3.75, 10}), data);
        assertThat(rSquared.output(0)).isCloseTo(0, within(1e-15));
        double error = (13 * 13 + 5 * 5 + 10 * 10 + 9.5 * 9.5) / 4;
        double expected = 1 - error / new Variance(false).evaluate(second);
        assertThat(rSquared.output(1)).isCloseTo(expected, within(1e-12)).isNegative();
        assertThat(rSquared.mean()).isCloseTo(expected / 2, within(1e-12));
        assertThat(rSquared.outputs()).isEqualTo(2);
        assertThat(rSquared).hasToString(String.format(java.util.Locale.ROOT, "R² %.3f", expected / 2));
    }

    @Test
    void whatNeverChangesIsMetOrNot() {
        Dataset data = Dataset.of(new double[][] {{0}, {0}}, new double[][] {{5, 5}, {5, 5}});
        RSquared rSquared = RSquared.of(lines(new double[2], new double[] {5, 6}), data);
        assertThat(rSquared.output(0)).isEqualTo(1);
        assertThat(rSquared.output(1)).isZero();
    }

    @Test
    void dataThatCannotTellIsRefused() {
        Network two = lines(new double[2], new double[2]);
        Dataset one = Dataset.of(new double[][] {{0}}, new double[][] {{5, 5}});
        assertThatThrownBy(() -> RSquared.of(two, one)).hasMessageContaining("at least 2 examples");
        assertThatThrownBy(() -> RSquared.of(two, Dataset.ofClasses(new double[][] {{0}, {1}}, 0, 1)))
                .hasMessageContaining("the data wants 1 outputs per example and the network 1-2 gives 2");
    }
}
