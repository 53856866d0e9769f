package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.Dataset;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.MiniBatchCompleted;
import io.nabla.api.Precision;
import io.nabla.api.TrainingListener;
import io.nabla.core.TestPlugins.Dense;
import io.nabla.core.TestPlugins.Gaussian;
import io.nabla.core.TestPlugins.Quadratic;
import io.nabla.core.TestPlugins.Sgd;
import io.nabla.core.TestPlugins.Sigmoid;
import io.nabla.core.TestPlugins.Tanh;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples that count more than others. */
class WeightsTest {
    private static final Kernels KERNELS = PlainKernels.of(Precision.DOUBLE);

    private static Dataset data() {
        NumpyRandom random = new NumpyRandom(2);
        double[][] inputs = new double[13][];
        double[][] targets = new double[13][];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = random.doubles(3).toArray();
            targets[i] = random.doubles(2).toArray();
        }
        return Dataset.of(inputs, targets);
    }

    private static Network network(Kernels kernels) {
        return Network.builder(3)
                .kernels(kernels)
                .layer(new Dense(4, new Tanh()))
                .layer(new Dense(2, new Sigmoid()))
                .build(new Gaussian(), new NumpyRandom(1));
    }

    private static String trained(Kernels kernels, Dataset data) {
        Network network = network(kernels);
        trainer().build().train(network, data);
        return Fingerprint.sha256(network);
    }

    private static TrainerBuilder trainer() {
        return Trainer.builder(new Quadratic(), new Sgd(0.7))
                .epochs(3)
                .miniBatchSize(5)
                .shuffle(new PythonRandom(4));
    }

    @ParameterizedTest
    @EnumSource
    void weightsOf1TrainWithTheBitsOfNone(Precision precision) {
        Kernels kernels = PlainKernels.of(precision);
        String without = trained(kernels, data());
        double[] ones = new double[13];
        java.util.Arrays.fill(ones, 1);
        assertThat(trained(kernels, data().weighted(ones))).isEqualTo(without);
        ones[3] = 2;
        assertThat(trained(kernels, data().weighted(ones))).isNotEqualTo(without);
    }

    /** With a weight of 0 an example is divided by but not learned: all of the same mini-batch, with another η. */
    @Test
    void weightsGoWithTheirExamplesThroughTheShuffleAndThroughViews() {
        double[] weights = IntStream.range(0, 13).mapToDouble(i -> i % 4).toArray();
        Dataset weighted = data().weighted(weights);
        double[][] inputs = new double[13][];
        double[][] targets = new double[13][];
        double[] reversed = new double[13];
        Matrix x = Matrix.zeros(KERNELS, 3, 1);
        Matrix y = Matrix.zeros(KERNELS, 2, 1);
        for (int i = 0; i < 13; i++) {
            data().copyExamples(new int[] {12 - i}, 0, x, y);
            inputs[i] = new double[] {x.get(0), x.get(1), x.get(2)};
            targets[i] = new double[] {y.get(0), y.get(1)};
            reversed[i] = weights[12 - i];
        }
        Dataset backwards = Dataset.of(inputs, targets).weighted(reversed);
        Network one = network(KERNELS);
        Network other = network(KERNELS);
        Trainer wholeBatch =
                Trainer.builder(new Quadratic(), new Sgd(0.7)).miniBatchSize(13).build();
        wholeBatch.train(one, weighted);
        wholeBatch.train(other, backwards);
        Matrix expected = one.layers().get(0).parameters().get("weights");
        for (int i = 0; i < expected.size(); i++) {
            assertThat(other.layers().get(0).parameters().get("weights").get(i))
                    .isCloseTo(expected.get(i), within(1e-14));
        }
        assertThat(weighted.slice(4, 9).isWeighted()).isTrue();
        assertThat(weighted.slice(4, 9).weight(3)).isEqualTo(weights[7]);
        Split split = Split.random(weighted, 0.4, new NumpyRandom(1));
        assertThat(split.training().isWeighted()).isTrue();
        assertThat(sumOfWeights(split.training()) + sumOfWeights(split.validation()))
                .isEqualTo(sumOfWeights(weighted));
        assertThat(data().isWeighted()).isFalse();
        assertThat(data().slice(1, 3).isWeighted()).isFalse();
    }

    private static double sumOfWeights(Dataset data) {
        return IntStream.range(0, data.size()).mapToDouble(data::weight).sum();
    }

    @Test
    void weightsOfWeightedDataAreMultiplied() {
        Dataset twice = Dataset.of(new double[][] {{1}, {2}}, new double[][] {{1}, {2}})
                .weighted(2, 3)
                .weighted(5, 0);
        assertThat(twice.weight(0)).isEqualTo(10);
        assertThat(twice.weight(1)).isZero();
    }

    @Test
    void theCostToldIsWeightedAndAnEvaluationIsNot() {
        Dataset data = data();
        double[] weights = IntStream.range(0, 13).mapToDouble(i -> i + 1).toArray();
        Network network = network(KERNELS);
        double expected = 0;
        for (int i = 0; i < 13; i++) {
            Matrix x = Matrix.zeros(KERNELS, 3, 1);
            Matrix y = Matrix.zeros(KERNELS, 2, 1);
            data.copyExamples(new int[] {i}, 0, x, y);
            expected += weights[i] * new Quadratic().value(network.feedforward(x), y);
        }
        List<Double> costs = new ArrayList<>();
        double before = new Evaluator(new Quadratic()).evaluate(network, data).cost();
        assertThat(new Evaluator(new Quadratic())
                        .evaluate(network, data.weighted(weights))
                        .cost())
                .isEqualTo(before);
        Trainer.builder(new Quadratic(), new Sgd(0.7))
                .miniBatchSize(13)
                .listener(new TrainingListener() {
                    @Override
                    public void miniBatchCompleted(MiniBatchCompleted event) {
                        costs.add(event.cost());
                    }
                })
                .build()
                .train(network, data.weighted(weights));
        assertThat(costs.get(0)).isCloseTo(expected, within(1e-13));
    }

    @Test
    void finiteDifferencesAgreeWithBackpropagation() {
        NumpyRandom random = new NumpyRandom(6);
        Matrix x = Matrix.of(
                KERNELS,
                random.doubles(4).toArray(),
                random.doubles(4).toArray(),
                random.doubles(4).toArray());
        Matrix y = Matrix.of(
                KERNELS, random.doubles(4).toArray(), random.doubles(4).toArray());
        MiniBatch miniBatch = new MiniBatch(x, y, Optional.of(Matrix.of(KERNELS, new double[] {3, 0, 0.25, 1})));
        List<GradientCheck.Result> results = new GradientCheck(
                        FiniteDifferences.central(), Long.MAX_VALUE, new NumpyRandom(1))
                .check(new Backpropagation(), network(KERNELS), new Quadratic(), miniBatch);
        assertThat(results).hasSize(4).allSatisfy(result -> {
            assertThat(result.largestGradient()).isPositive();
            assertThat(result.relativeError()).isLessThan(1e-8);
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void weightsAreFiniteAndNotNegative(double weight) {
        Dataset two = Dataset.of(new double[][] {{1}, {2}}, new double[][] {{1}, {2}});
        assertThatThrownBy(() -> two.weighted(1, weight))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the weight of example 1 is a finite number of at least 0, but got " + weight);
        Matrix x = Matrix.zeros(KERNELS, 3, 2);
        assertThatThrownBy(() -> new MiniBatch(x, x, Optional.of(Matrix.of(KERNELS, new double[] {1, weight}))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the weight of example 2 of a mini-batch is a finite number of at least 0, but got " + weight);
    }

    @Test
    void weightsThatDoNotFitAreRefused() {
        Dataset two = Dataset.of(new double[][] {{1}, {2}}, new double[][] {{1}, {2}});
        assertThatThrownBy(() -> two.weighted(1, 1, 1))
                .hasMessage("there are 3 weights for 2 examples; give each example one");
        assertThatThrownBy(() -> two.weighted(0, 0)).hasMessageStartingWith("all weights are 0");
        Matrix x = Matrix.zeros(KERNELS, 3, 2);
        assertThatThrownBy(() -> new MiniBatch(x, x, Optional.of(x)))
                .hasMessage("a mini-batch of 2 examples has weights of 1×2, but got 3×2");
    }

    /** Three of class 0, one of class 2, none of class 1: n / (K n_c) is 4/6 and 4/2. */
    @Test
    void balancedClassesWeighTheSameInAll() {
        double[][] inputs = {{1}, {2}, {3}, {4}};
        Dataset oneHot = Dataset.of(inputs, new double[][] {{1, 0, 0}, {0, 0, 1}, {1, 0, 0}, {1, 0, 0}});
        Dataset numbers = Dataset.ofClasses(inputs, 0, 2, 0, 0);
        for (Dataset data : List.of(oneHot, numbers)) {
            Dataset balanced = ClassWeights.balanced(data);
            assertThat(balanced.weight(0)).isCloseTo(4.0 / 6, within(1e-15));
            assertThat(balanced.weight(1)).isEqualTo(2);
            assertThat(sumOfWeights(balanced)).isCloseTo(4, within(1e-14));
            Dataset chosen = ClassWeights.of(data, 1, 7, 10);
            assertThat(IntStream.range(0, 4).mapToDouble(chosen::weight)).containsExactly(1.0, 10.0, 1.0, 1.0);
        }
    }

    @Test
    void examplesOfNoClassAreRefused() {
        double[][] inputs = {{1}, {2}};
        assertThatThrownBy(() -> ClassWeights.of(Dataset.ofClasses(inputs, 0, 2), 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("example 2 is of no class: classes are counted from 0 to 1, but its wanted output is 2.0;"
                        + " mend the data, or give a weight for every class");
        assertThatThrownBy(() -> ClassWeights.balanced(Dataset.of(inputs, new double[][] {{0.5}, {1}})))
                .hasMessageContaining("example 1 is of no class", "0.5");
        assertThatThrownBy(() -> ClassWeights.of(Dataset.of(inputs, new double[][] {{1, 0}, {0, 1}}), 1, 1, 1))
                .hasMessage("there are 3 weights for 2 classes; give each class one");
    }
}
