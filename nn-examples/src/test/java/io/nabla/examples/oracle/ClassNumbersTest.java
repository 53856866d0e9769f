package io.nabla.examples.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.activations.Sigmoid;
import io.nabla.activations.Softmax;
import io.nabla.api.Dataset;
import io.nabla.api.Evaluation;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.Precision;
import io.nabla.core.Backpropagation;
import io.nabla.core.Evaluator;
import io.nabla.core.Fingerprint;
import io.nabla.core.FiniteDifferences;
import io.nabla.core.GradientCheck;
import io.nabla.core.Network;
import io.nabla.core.Trainer;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.costs.LogLikelihoodCost;
import io.nabla.initializers.ScaledGaussian;
import io.nabla.layers.Dense;
import io.nabla.optimizers.Sgd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Training with classes that are told by their numbers, against training with columns of zeros and a one. */
class ClassNumbersTest {
    private static final int CLASSES = 5;
    private static final double[][] INPUTS = new double[43][];
    private static final int[] NUMBERS = new int[43];
    private static final double[][] ONE_HOT = new double[43][CLASSES];

    static {
        NumpyRandom random = new NumpyRandom(8);
        for (int i = 0; i < INPUTS.length; i++) {
            INPUTS[i] = random.doubles(4).toArray();
            NUMBERS[i] = (i * i) % CLASSES;
            ONE_HOT[i][NUMBERS[i]] = 1;
        }
    }

    private static Network network(Precision precision) {
        return Network.builder(4)
                .kernels(PlainKernels.of(precision))
                .layer(new Dense(6, new Sigmoid()))
                .layer(new Dense(CLASSES, new Softmax()))
                .build(new ScaledGaussian(), new NumpyRandom(1));
    }

    @ParameterizedTest
    @EnumSource
    void theWeightsAndFiguresHaveTheSameBits(Precision precision) {
        LogLikelihoodCost cost = new LogLikelihoodCost(0.1);
        Dataset numbers = Dataset.ofClasses(INPUTS, NUMBERS);
        Dataset oneHot = Dataset.of(INPUTS, ONE_HOT);
        Network one = network(precision);
        Network other = network(precision);
        Trainer trainer =
                Trainer.builder(cost, new Sgd(0.5)).epochs(4).miniBatchSize(10).build();
        trainer.train(one, numbers);
        trainer.train(other, oneHot);
        assertThat(Fingerprint.sha256(one)).isEqualTo(Fingerprint.sha256(other));
        Evaluation expected = new Evaluator(cost).evaluate(other, oneHot);
        assertThat(new Evaluator(cost).evaluate(one, numbers)).isEqualTo(expected);
        assertThat(expected.sum("accuracy")).isPositive();
    }

    @Test
    void finiteDifferencesAgreeWithBackpropagation() {
        Matrix x = Matrix.zeros(PlainKernels.of(Precision.DOUBLE), 4, 7);
        Matrix y = Matrix.zeros(x.kernels(), 1, 7);
        Dataset.ofClasses(INPUTS, NUMBERS).copyExamples(new int[] {0, 1, 2, 3, 4, 5, 6}, 0, x, y);
        assertThat(new GradientCheck(FiniteDifferences.central(), Long.MAX_VALUE, new NumpyRandom(1))
                        .check(
                                new Backpropagation(),
                                network(Precision.DOUBLE),
                                new LogLikelihoodCost(),
                                new MiniBatch(x, y)))
                .hasSize(4)
                .allSatisfy(result -> assertThat(result.relativeError()).isLessThan(1e-7));
    }
}
