package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.Dataset;
import io.nabla.api.GradientEstimator;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.TestPlugins.ClipTo;
import io.nabla.core.TestPlugins.Dense;
import io.nabla.core.TestPlugins.Gaussian;
import io.nabla.core.TestPlugins.L2;
import io.nabla.core.TestPlugins.Quadratic;
import io.nabla.core.TestPlugins.Sgd;
import io.nabla.core.TestPlugins.Sigmoid;
import io.nabla.core.TestPlugins.Tanh;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.kernels.ThreadedKernels;
import io.nabla.core.random.NumpyRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClippingTest {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);

    private static Network network(Kernels kernels) {
        return Network.builder(3)
                .kernels(kernels)
                .layer(new Dense(40, new Tanh()))
                .layer(new Dense(2, new Sigmoid()))
                .build(new Gaussian(), new NumpyRandom(1));
    }

    private static Dataset data() {
        NumpyRandom random = new NumpyRandom(2);
        double[][] inputs = new double[23][];
        double[][] targets = new double[23][];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = random.doubles(3).toArray();
            targets[i] = random.doubles(2).toArray();
        }
        return Dataset.of(inputs, targets);
    }

    private static String trained(Network network, TrainerBuilder settings) {
        settings.epochs(3).miniBatchSize(5).build().train(network, data());
        return Fingerprint.sha256(network);
    }

    private static TrainerBuilder settings() {
        return Trainer.builder(new Quadratic(), new Sgd(0.7));
    }

    @Test
    void aBoundOutOfReachTrainsWithTheBitsOfNoClipping() {
        String without = trained(network(DOUBLES), settings());
        assertThat(trained(network(DOUBLES), settings().clip(new ClipTo(1e9)))).isEqualTo(without);
        assertThat(trained(network(DOUBLES), settings().clip(new ClipTo(0.01)))).isNotEqualTo(without);
    }

    @ParameterizedTest
    @EnumSource
    void anyNumberOfThreadsGivesTheSameBits(Precision precision) {
        Kernels plain = PlainKernels.of(precision);
        String alone = trained(network(plain), settings().clip(new ClipTo(0.01)));
        try (ThreadedKernels threaded = new ThreadedKernels(plain, 3)) {
            assertThat(trained(network(threaded), settings().clip(new ClipTo(0.01))))
                    .isEqualTo(alone);
        }
    }

    /** A flat cost leaves the penalty's gradient alone: λ w / n for each weight, of a known norm. */
    @Test
    void thePenaltysShareIsCutToo() {
        GradientEstimator flat = (layers, cost, batch, nabla) -> 0;
        Network network = network(DOUBLES);
        Matrix before = network.layers().get(0).parameters().get("weights").copy();
        Dataset data = data();
        settings()
                .miniBatchSize(data.size())
                .regularizer(new L2(1e6))
                .clip(new ClipTo(0.5))
                .estimator(flat)
                .build()
                .train(network, data);
        double squares = 0;
        Network start = network(DOUBLES);
        for (int l = 0; l < 2; l++) {
            Matrix w = start.layers().get(l).parameters().get("weights");
            squares += w.dot(w);
        }
        double factor = 1 - 0.7 * 0.5 / Math.sqrt(squares);
        Matrix after = network.layers().get(0).parameters().get("weights");
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i)).isCloseTo(factor * before.get(i), within(1e-14));
        }
    }
}
