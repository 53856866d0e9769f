package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.TestPlugins.Dense;
import io.nabla.core.TestPlugins.Gaussian;
import io.nabla.core.TestPlugins.Sigmoid;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PredictorTest {
    private static Network network(Precision precision) {
        return Network.builder(5)
                .kernels(PlainKernels.of(precision))
                .layer(new Dense(4, new Sigmoid()))
                .layer(new Dense(3, new Sigmoid()))
                .build(new Gaussian(), new NumpyRandom(1));
    }

    @ParameterizedTest
    @EnumSource
    void givesTheOutputsOfTheNetwork(Precision precision) {
        Network network = network(precision);
        Kernels kernels = network.kernels();
        Predictor predictor = network.predictor();
        double[] x = {0.25, -1, 0, 2, 0.5};
        Matrix one = Matrix.column(kernels, x);
        Matrix expected = network.feedforward(one);
        double[] inDouble = predictor.predict(x);
        for (int i = 0; i < 3; i++) {
            assertThat(inDouble[i]).isEqualTo(expected.get(i));
        }
        float[] inFloat = predictor.predict(new float[] {0.25f, -1, 0, 2, 0.5f});
        for (int i = 0; i < 3; i++) {
            assertThat(inFloat[i]).isEqualTo((float) expected.get(i));
        }
        Matrix many = Matrix.of(kernels, new double[] {1, 2}, new double[] {0, 1}, new double[] {3, 0}, x2(), x2());
        assertThat(predictor.predict(many).sameBits(network.feedforward(many))).isTrue();
        assertThat(predictor.predict(one).sameBits(expected)).isTrue();
        assertThat(predictor.predict(many).sameBits(network.feedforward(many))).isTrue();
    }

    private static double[] x2() {
        return new double[] {-1, 0.5};
    }

    @Test
    void seesWhatTrainingHasWritten() {
        Network network = network(Precision.DOUBLE);
        Predictor predictor = network.predictor();
        double[] x = {1, 2, 3, 4, 5};
        double before = predictor.predict(x)[0];
        network.draw(new Gaussian(), new NumpyRandom(2));
        assertThat(predictor.predict(x)[0])
                .isNotEqualTo(before)
                .isEqualTo(
                        network.feedforward(Matrix.column(network.kernels(), x)).get(0));
    }

    @Test
    void refusesAnotherNumberOfInputs() {
        Predictor predictor = network(Precision.DOUBLE).predictor();
        assertThatThrownBy(() -> predictor.predict(new double[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the network 5-4-3 takes 5 inputs but got 4");
        assertThatThrownBy(() -> predictor.predict(new float[6])).hasMessageContaining("takes 5 inputs but got 6");
        assertThatThrownBy(() -> predictor.predict(Matrix.zeros(PlainKernels.of(Precision.DOUBLE), 4, 2)))
                .hasMessageContaining("takes 5 inputs but got 4");
    }
}
