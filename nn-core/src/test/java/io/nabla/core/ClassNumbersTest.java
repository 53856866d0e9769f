package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.ClassNumbers;
import io.nabla.api.Dataset;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.TestPlugins.Dense;
import io.nabla.core.TestPlugins.Gaussian;
import io.nabla.core.TestPlugins.Quadratic;
import io.nabla.core.TestPlugins.Sgd;
import io.nabla.core.TestPlugins.Sigmoid;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wanted outputs that are numbers of classes: what compares classes counts as with columns of zeros and a one. */
class ClassNumbersTest {
    private static final Kernels KERNELS = PlainKernels.of(Precision.DOUBLE);
    private static final Matrix A =
            Matrix.of(KERNELS, new double[] {0.7, 0.2, 0.1, 0.4}, new double[] {0.2, 0.3, 0.8, 0.5}, new double[] {
                0.1, 0.5, 0.1, Double.NaN
            });
    private static final Matrix NUMBERS = Matrix.of(KERNELS, new double[] {0, 1, 2, 1});
    private static final Matrix ONE_HOT =
            Matrix.of(KERNELS, new double[] {1, 0, 0, 0}, new double[] {0, 1, 0, 1}, new double[] {0, 0, 1, 0});

    @Test
    void metricsOfClassesCountTheSame() {
        assertThat(new Accuracy().sum(A, NUMBERS))
                .isEqualTo(new Accuracy().sum(A, ONE_HOT))
                .isEqualTo(1);
        assertThat(new TopKAccuracy(2).sum(A, NUMBERS))
                .isEqualTo(new TopKAccuracy(2).sum(A, ONE_HOT))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 3, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNoClassIsRefused(double number) {
        Matrix y = Matrix.of(KERNELS, new double[] {0, number, 2, 1});
        String message = "the wanted output of example 2 is the number of a class, a whole number from 0 to 2, but got "
                + number;
        assertThatThrownBy(() -> new Accuracy().sum(A, y))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> new TopKAccuracy(1).sum(A, y)).hasMessage(message);
    }

    @Test
    void oneOutputIsNoListOfClasses() {
        Matrix one = Matrix.of(KERNELS, new double[] {0.2, 0.9});
        assertThat(ClassNumbers.areIn(Matrix.of(KERNELS, new double[] {0, 1}), one))
                .isFalse();
        assertThat(ClassNumbers.areIn(NUMBERS, A)).isTrue();
        assertThat(ClassNumbers.areIn(ONE_HOT, A)).isFalse();
    }

    private static Network network() {
        return Network.builder(2)
                .kernels(KERNELS)
                .layer(new Dense(3, new Sigmoid()))
                .build(new Gaussian(), new NumpyRandom(3));
    }

    @Test
    void aConfusionMatrixCountsTheSame() {
        double[][] inputs = new NumpyRandom(5)
                .doubles(60)
                .mapToObj(x -> new double[] {x, 1 - 2 * x})
                .toArray(double[][]::new);
        int[] classes = new int[60];
        double[][] oneHot = new double[60][3];
        for (int i = 0; i < 60; i++) {
            classes[i] = i % 3;
            oneHot[i][i % 3] = 1;
        }
        assertThat(ConfusionMatrix.of(network(), Dataset.ofClasses(inputs, classes)))
                .isEqualTo(ConfusionMatrix.of(network(), Dataset.of(inputs, oneHot)));
    }

    @Test
    void aCostThatDoesNotKnowThemRefusesThemTellingWhichDoes() {
        Dataset data = Dataset.ofClasses(new double[][] {{1, 2}, {3, 4}}, 0, 2);
        String message =
                "the data wants 1 outputs per example but the network 2-3 gives 3; change the network's last size or"
                        + " the data; if the data tells classes by their numbers, take a cost that knows them, such as"
                        + " log-likelihood, in place of quadratic";
        assertThatThrownBy(() ->
                        Trainer.builder(new Quadratic(), new Sgd(1)).build().train(network(), data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> new Evaluator(new Quadratic()).evaluate(network(), data))
                .hasMessage(message);
    }

    @Test
    void classesAreCountedFrom0() {
        assertThatThrownBy(() -> Dataset.ofClasses(new double[][] {{1}, {2}}, 0, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("classes are counted from 0, but example 1 is of -1");
        assertThatThrownBy(() -> Dataset.ofClasses(new double[][] {{1}, {2}}, 0))
                .hasMessageContaining("as many inputs as targets");
        assertThatThrownBy(() -> ConfusionMatrix.of(network(), Dataset.ofClasses(new double[][] {{1, 2}}, 3)))
                .hasMessageContaining("a whole number from 0 to 2, but got 3.0");
    }
}
