package io.nabla.simd;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.activations.Identity;
import io.nabla.activations.Relu;
import io.nabla.activations.Softmax;
import io.nabla.activations.Tanh;
import io.nabla.api.Dataset;
import io.nabla.api.Kernels;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.Fingerprint;
import io.nabla.core.Network;
import io.nabla.core.Trainer;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.kernels.ThreadedKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import io.nabla.costs.LogLikelihoodCost;
import io.nabla.initializers.ByActivation;
import io.nabla.layers.AveragePool2d;
import io.nabla.layers.BatchNorm;
import io.nabla.layers.Convolution2d;
import io.nabla.layers.Dense;
import io.nabla.layers.Dropout;
import io.nabla.layers.Embedding;
import io.nabla.layers.Gru;
import io.nabla.layers.LayerNorm;
import io.nabla.layers.MaxPool2d;
import io.nabla.layers.Reshape;
import io.nabla.layers.Residual;
import io.nabla.optimizers.Adam;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** As {@link DeterminismTest}, for layers that do more than a product: the hashes are constants for the same reason. */
class LayersDeterminismTest extends VectorApiPresent {
    private static final Map<Precision, String> NORMALIZED = Map.of(
            Precision.DOUBLE, "4464fae29035fdca91892077938765d0695ce3d67f22a316baf12d0405f9ca02",
            Precision.FLOAT, "d468f87d6592bb4762783df11eafb1c456930037fd2c829e80dc06415220d6eb");

    private static final Map<Precision, String> SEQUENCES = Map.of(
            Precision.DOUBLE, "6ad2d38a0b375d13d70300e7c6e65ad546db5a215cb956d0198ceea0489f7b4c",
            Precision.FLOAT, "03899c134a513586204bdcf8e38d535438b487d74e2e21f3da95e0aa349c2c23");

    private static final Map<Precision, String> CONVOLUTIONS = Map.of(
            Precision.DOUBLE, "5567211526960d6abdc4ba26b56455d354d80ac355083b261865df722f0627a9",
            Precision.FLOAT, "ec747d48c1d0e393f9c0c5ae02f8c352b757387c8d25f76a6cc192425f3eb61b");

    @ParameterizedTest
    @EnumSource
    void convolutionsAndPoolings(Precision precision) {
        verify(precision, CONVOLUTIONS.get(precision), LayersDeterminismTest::convolutions, images());
    }

    @ParameterizedTest
    @EnumSource
    void normalizationDropoutAndResidualLayers(Precision precision) {
        verify(precision, NORMALIZED.get(precision), LayersDeterminismTest::normalized, images());
    }

    @ParameterizedTest
    @EnumSource
    void embeddingAndRecurrentLayers(Precision precision) {
        verify(precision, SEQUENCES.get(precision), LayersDeterminismTest::sequences, words());
    }

    private static Network convolutions(Kernels kernels) {
        return Network.builder(90)
                .kernels(kernels)
                .layer(new Reshape(Shape.of(1, 9, 10)))
                .layer(new Convolution2d(10, 3, 1, 1, new Relu()))
                .layer(new MaxPool2d(2))
                .layer(new Convolution2d(9, 3, 1, 1, new Relu()))
                .layer(new AveragePool2d(2))
                .layer(new Dense(10, new Softmax()))
                .build(new ByActivation(), new NumpyRandom(27));
    }

    private static Network normalized(Kernels kernels) {
        return Network.builder(90)
                .kernels(kernels)
                .layer(new Dense(160, new Identity()))
                .layer(new BatchNorm(new Relu()))
                .layer(new Residual(new Dense(140, new Relu()), new Dropout(0.5), new Dense(160, new Identity())))
                .layer(new LayerNorm(new Tanh()))
                .layer(new Dense(10, new Softmax()))
                .build(new ByActivation(), new NumpyRandom(21));
    }

    private static Network sequences(Kernels kernels) {
        return Network.builder(9)
                .kernels(kernels)
                .layer(new Embedding(30, 12))
                .layer(new Gru(50, true))
                .layer(new LayerNorm())
                .layer(new Gru(40, false))
                .layer(new Dense(10, new Softmax()))
                .build(new ByActivation(), new NumpyRandom(22));
    }

    private interface Built {
        Network on(Kernels kernels);
    }

    private static void verify(Precision precision, String expected, Built network, Dataset data) {
        Kernels simd = new SimdKernelsProvider().kernels(precision).orElseThrow();
        for (Kernels kernels : new Kernels[] {PlainKernels.of(precision), simd}) {
            assertThat(trained(network.on(kernels), data)).as(kernels.name()).isEqualTo(expected);
            for (int threads : new int[] {2, 3}) {
                try (ThreadedKernels threaded = new ThreadedKernels(kernels, threads)) {
                    assertThat(trained(network.on(threaded), data))
                            .as("%s, %d threads", kernels.name(), threads)
                            .isEqualTo(expected);
                }
            }
        }
    }

    private static String trained(Network network, Dataset data) {
        Trainer.builder(new LogLikelihoodCost(), new Adam(0.003))
                .epochs(2)
                .miniBatchSize(48)
                .shuffle(new PythonRandom(23))
                .sampling(new NumpyRandom(24))
                .build()
                .train(network, data);
        return Fingerprint.sha256(network);
    }

    private static Dataset images() {
        NumpyRandom random = new NumpyRandom(25);
        double[][] inputs = new double[240][90];
        for (double[] input : inputs) {
            for (int i = 0; i < input.length; i++) {
                input[i] = random.nextDouble();
            }
        }
        return Dataset.of(inputs, targets());
    }

    private static Dataset words() {
        NumpyRandom random = new NumpyRandom(26);
        double[][] inputs = new double[240][9];
        for (double[] input : inputs) {
            for (int i = 0; i < input.length; i++) {
                input[i] = Math.floor(30 * random.nextDouble());
            }
        }
        return Dataset.of(inputs, targets());
    }

    private static double[][] targets() {
        double[][] targets = new double[240][10];
        for (int i = 0; i < targets.length; i++) {
            targets[i][i % 10] = 1;
        }
        return targets;
    }
}
