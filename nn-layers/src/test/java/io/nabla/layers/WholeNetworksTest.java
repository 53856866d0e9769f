package io.nabla.layers;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.activations.Identity;
import io.nabla.activations.Sigmoid;
import io.nabla.activations.Tanh;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.Precision;
import io.nabla.core.Backpropagation;
import io.nabla.core.FiniteDifferences;
import io.nabla.core.GradientCheck;
import io.nabla.core.Network;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.costs.QuadraticCost;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Backpropagation through networks of these layers against finite differences, as they predict and as they train. */
class WholeNetworksTest {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);
    private static final int EXAMPLES = 5;

    private final NumpyRandom random = new NumpyRandom(17);

    @Test
    void normalizationAndDropout() {
        Network network = Network.builder(4)
                .kernels(DOUBLES)
                .layer(new Dense(6, new Identity()))
                .layer(new BatchNorm(new Tanh()))
                .layer(new Dropout(0.4))
                .layer(new Residual(new Dense(5, new Sigmoid()), new BatchNorm(), new Dense(6, new Tanh())))
                .layer(new LayerNorm(new Tanh()))
                .layer(new Dense(2, new Sigmoid()))
                .build(Learning.start(), random);
        verify(network, gaussian(4), 2 + 2 + 6 + 2 + 2);
    }

    @Test
    void sequences() {
        Network network = Network.builder(4)
                .kernels(DOUBLES)
                .layer(new Embedding(7, 3))
                .layer(new Gru(5, true))
                .layer(new LayerNorm())
                .layer(new Gru(3, false))
                .layer(new Dense(2, new Sigmoid()))
                .build(Learning.start(), random);
        Matrix words = gaussian(4).map(x -> Math.floor(Math.abs(x) * 1000) % 7);
        verify(network, words, 1 + 4 + 2 + 4 + 2);
    }

    private Matrix gaussian(int rows) {
        return Matrix.zeros(DOUBLES, rows, EXAMPLES).map(x -> random.nextGaussian());
    }

    private void verify(Network network, Matrix x, int learnedParameters) {
        Matrix y = gaussian(2).map(value -> value > 0 ? 1 : 0);
        Network training = Network.of(DOUBLES, network.layers().map(layer -> layer.sample(99)));
        for (Network form : new Network[] {network, training}) {
            List<GradientCheck.Result> results = new GradientCheck(
                            FiniteDifferences.central(), Long.MAX_VALUE, new NumpyRandom(1))
                    .check(new Backpropagation(), form, new QuadraticCost(), new MiniBatch(x, y));
            assertThat(results).hasSize(learnedParameters);
            for (GradientCheck.Result result : results) {
                // The bias of a layer before a batch normalization has no effect: both gradients are rounding errors.
                assertThat(result.largestError())
                        .as(result.toString())
                        .isLessThan(1e-7 * Math.max(result.largestGradient(), 1e-2));
            }
        }
    }
}
