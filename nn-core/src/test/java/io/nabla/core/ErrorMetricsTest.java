package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.Dataset;
import io.nabla.api.Evaluation;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Metric;
import io.nabla.api.Precision;
import io.nabla.core.TestPlugins.Dense;
import io.nabla.core.TestPlugins.Gaussian;
import io.nabla.core.TestPlugins.Quadratic;
import io.nabla.core.TestPlugins.Tanh;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The metrics of networks that give numbers, not classes. */
class ErrorMetricsTest {
    private static final Metric SQUARED = new MeanSquaredError();
    private static final Metric ABSOLUTE = new MeanAbsoluteError();

    /** The examples of scikit-learn's pages on both: 0.7083 and 0.75, means over the outputs of three examples. */
    @ParameterizedTest
    @EnumSource
    void areThoseOfScikitLearn(Precision precision) {
        Kernels kernels = PlainKernels.of(precision);
        Matrix y = Matrix.of(kernels, new double[][] {{0.5, -1, 7}, {1, 1, -6}});
        Matrix a = Matrix.of(kernels, new double[][] {{0, -1, 8}, {2, 2, -5}});
        assertThat(SQUARED.sum(a, y) / 3).isCloseTo(0.708333333333, within(1e-12));
        assertThat(ABSOLUTE.sum(a, y) / 3).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void nanComesOutAsNan() {
        Kernels kernels = PlainKernels.of(Precision.DOUBLE);
        Matrix a = Matrix.column(kernels, 1, Double.NaN);
        Matrix y = Matrix.column(kernels, 1, 0);
        assertThat(SQUARED.sum(a, y)).isNaN();
        assertThat(ABSOLUTE.sum(a, y)).isNaN();
    }

    @Test
    void wantedOutputsHaveTheShapeOfTheOutputs() {
        Kernels kernels = PlainKernels.of(Precision.DOUBLE);
        Matrix a = Matrix.zeros(kernels, 2, 3);
        Matrix y = Matrix.zeros(kernels, 3, 2);
        assertThatThrownBy(() -> SQUARED.sum(a, y)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ABSOLUTE.sum(a, y)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The quadratic cost of an example is half of the sum over its three outputs, also over several batches. */
    @Test
    void anEvaluatorGivesTheirMeans() {
        Network network = Network.builder(2)
                .kernels(PlainKernels.of(Precision.DOUBLE))
                .layer(new Dense(3, new Tanh()))
                .build(new Gaussian(), new NumpyRandom(1));
        NumpyRandom random = new NumpyRandom(2);
        double[][] x = new double[450][2];
        double[][] y = new double[450][3];
        for (int i = 0; i < 450; i++) {
            x[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
            y[i] = new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()};
        }
        Evaluation evaluation = new Evaluator(new Quadratic(), new NoPenalty(), List.of(SQUARED, ABSOLUTE))
                .evaluate(network, Dataset.of(x, y));
        assertThat(evaluation.mean(MeanSquaredError.NAME)).isCloseTo(2 * evaluation.cost() / 3, within(1e-12));
        assertThat(evaluation.mean(MeanAbsoluteError.NAME)).isBetween(0.1, 2.0);
    }
}
