package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.same;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.nabla.api.Dataset;
import io.nabla.api.EpochCompleted;
import io.nabla.api.GradientEstimator;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatchCompleted;
import io.nabla.api.Precision;
import io.nabla.api.TrainingFinished;
import io.nabla.api.TrainingListener;
import io.nabla.api.TrainingStarted;
import io.nabla.core.TestPlugins.Dense;
import io.nabla.core.TestPlugins.Gaussian;
import io.nabla.core.TestPlugins.L2;
import io.nabla.core.TestPlugins.Quadratic;
import io.nabla.core.TestPlugins.Sgd;
import io.nabla.core.TestPlugins.Sigmoid;
import io.nabla.core.TestPlugins.Tanh;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;

class TrainerTest {
    private static final Kernels KERNELS = PlainKernels.of(Precision.DOUBLE);
    private static final Dataset XOR =
            Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[][] {{0}, {1}, {1}, {0}});

    private static Network network() {
        return Network.builder(2)
                .kernels(KERNELS)
                .layer(new Dense(4, new Tanh()))
                .layer(new Dense(1, new Sigmoid()))
                .build(new Gaussian(), new NumpyRandom(1));
    }

    private static TrainerBuilder trainer(double learningRate) {
        return Trainer.builder(new Quadratic(), new Sgd(learningRate));
    }

    @Test
    void learnsXor() {
        TrainingHistory history = trainer(1)
                .epochs(2000)
                .miniBatchSize(4)
                .shuffle(new PythonRandom(1))
                .monitor("all", XOR)
                .build()
                .train(network(), XOR);
        EpochCompleted last = history.epochs().get(1999);
        assertThat(last.evaluation("all").sum("accuracy")).isEqualTo(4);
        assertThat(last.trainingCost()).isLessThan(0.01);
        assertThat(history.stopped()).isFalse();
        assertThat(history.best("all", "accuracy").orElseThrow().epoch()).isLessThan(2000);
    }

    @Test
    void sameSeedGivesSameBits() {
        Network one = network();
        Network two = network();
        for (Network network : new Network[] {one, two}) {
            trainer(3)
                    .epochs(5)
                    .miniBatchSize(3)
                    .shuffle(new PythonRandom(9))
                    .build()
                    .train(network, XOR);
        }
        assertThat(Fingerprint.sha256(one)).isEqualTo(Fingerprint.sha256(two));
        assertThat(Fingerprint.sha256(one)).isNotEqualTo(Fingerprint.sha256(network()));
    }

    @Test
    void tellsItsListenerEverythingInOrder() {
        TrainingListener listener = mock(TrainingListener.class);
        trainer(1).epochs(2).miniBatchSize(3).listener(listener).build().train(network(), XOR);
        InOrder order = inOrder(listener);
        order.verify(listener).trainingStarted(new TrainingStarted(2, 4, 2));
        order.verify(listener, times(2)).miniBatchCompleted(any());
        order.verify(listener).epochCompleted(any());
        order.verify(listener, times(2)).miniBatchCompleted(any());
        order.verify(listener).epochCompleted(any());
        order.verify(listener).trainingFinished(new TrainingFinished(2, false));
        order.verifyNoMoreInteractions();

        ArgumentCaptor<MiniBatchCompleted> batches = ArgumentCaptor.forClass(MiniBatchCompleted.class);
        verify(listener, times(4)).miniBatchCompleted(batches.capture());
        assertThat(batches.getAllValues())
                .extracting(MiniBatchCompleted::examples)
                .containsExactly(3, 1, 3, 1);
        assertThat(batches.getAllValues())
                .extracting(MiniBatchCompleted::miniBatch)
                .containsExactly(1, 2, 1, 2);
        ArgumentCaptor<EpochCompleted> epochs = ArgumentCaptor.forClass(EpochCompleted.class);
        verify(listener, times(2)).epochCompleted(epochs.capture());
        double costs = batches.getAllValues().get(0).cost()
                + batches.getAllValues().get(1).cost();
        assertThat(epochs.getAllValues().get(0).trainingCost()).isCloseTo(costs / 4, within(1e-15));
    }

    @Test
    void asksItsEstimatorOncePerMiniBatchWithAFreshGradient() {
        GradientEstimator estimator = mock(GradientEstimator.class);
        AtomicInteger calls = new AtomicInteger();
        Network network = network();
        when(estimator.estimate(same(network.layers()), any(), any(), any())).thenAnswer(call -> {
            io.nabla.api.Sequence<io.nabla.api.Parameters> nabla = call.getArgument(3);
            Matrix biases = nabla.get(-1).get("biases");
            assertThat(biases.sum()).isZero();
            biases.fill(8);
            calls.incrementAndGet();
            return 0.5;
        });
        double before = network.layers().get(-1).parameters().get("biases").get(0);
        trainer(0.5).miniBatchSize(3).estimator(estimator).build().train(network, XOR);
        // The sum 8 is divided by each mini-batch's real size: 3, then 1.
        assertThat(network.layers().get(-1).parameters().get("biases").get(0))
                .isCloseTo(before - 0.5 / 3 * 8 - 0.5 / 1 * 8, within(1e-14));
        assertThat(calls).hasValue(2);
    }

    @Test
    void decaysWeightsButNotBiasesByTheBooksRule() {
        Network network = network();
        GradientEstimator flat = (layers, cost, batch, nabla) -> 0;
        Matrix w = network.layers().get(0).parameters().get("weights").copy();
        Matrix b = network.layers().get(0).parameters().get("biases").copy();
        trainer(0.5)
                .miniBatchSize(4)
                .regularizer(new L2(2))
                .estimator(flat)
                .build()
                .train(network, XOR);
        // w ← (1 - ηλ/n)·w = (1 - 0.5·2/4)·w
        Matrix decayed = network.layers().get(0).parameters().get("weights");
        for (int i = 0; i < w.size(); i++) {
            assertThat(decayed.get(i)).isCloseTo(0.75 * w.get(i), within(1e-15));
        }
        assertThat(network.layers().get(0).parameters().get("biases").sameBits(b))
                .isTrue();
    }

    @Test
    void theDecayOfAnEpochDoesNotDependOnTheMiniBatchSize() {
        GradientEstimator flat = (layers, cost, batch, nabla) -> 0;
        Network network = network();
        double before = network.layers().get(0).parameters().get("weights").get(0);
        trainer(0.5)
                .miniBatchSize(3)
                .regularizer(new L2(2))
                .estimator(flat)
                .build()
                .train(network, XOR);
        // Each of the two steps divides its share m/n of the penalty by m: (1 - ηλ/n)², as network2.py.
        assertThat(network.layers().get(0).parameters().get("weights").get(0))
                .isCloseTo(0.75 * 0.75 * before, within(1e-15));
    }

    @Test
    void aMiniBatchMayBeLargerThanTheData() {
        Network whole = network();
        Network larger = network();
        trainer(1).miniBatchSize(4).build().train(whole, XOR);
        trainer(1).miniBatchSize(1000).build().train(larger, XOR);
        assertThat(Fingerprint.sha256(larger)).isEqualTo(Fingerprint.sha256(whole));
    }

    @Test
    void anOrderGoesOnFromRunToRun() {
        Network split = network();
        Network whole = network();
        ExampleOrder order = ExampleOrder.of(4);
        PythonRandom random = new PythonRandom(5);
        Trainer oneEpoch = trainer(1).miniBatchSize(2).shuffle(random).build();
        oneEpoch.train(split, XOR, order);
        oneEpoch.train(split, XOR, order);
        trainer(1)
                .epochs(2)
                .miniBatchSize(2)
                .shuffle(new PythonRandom(5))
                .build()
                .train(whole, XOR);
        assertThat(Fingerprint.sha256(split)).isEqualTo(Fingerprint.sha256(whole));
    }

    @Test
    void stopsBetweenMiniBatchesWithWhatWasLearned() {
        AtomicInteger seen = new AtomicInteger();
        TrainingListener count = new TrainingListener() {
            @Override
            public void miniBatchCompleted(MiniBatchCompleted event) {
                seen.incrementAndGet();
            }
        };
        Network network = network();
        String start = Fingerprint.sha256(network);
        TrainingHistory history = trainer(1)
                .epochs(10)
                .miniBatchSize(1)
                .listener(count)
                .stopWhen(() -> seen.get() == 6)
                .build()
                .train(network, XOR);
        assertThat(history.stopped()).isTrue();
        assertThat(history.epochs()).hasSize(1);
        assertThat(seen).hasValue(6);
        assertThat(Fingerprint.sha256(network)).isNotEqualTo(start);
    }

    @Test
    void aCostThatIsNotFiniteStopsTrainingAndNamesTheLayer() {
        Network network = network();
        network.layers().get(1).parameters().get("weights").set(0, Double.NaN);
        assertThatThrownBy(() -> trainer(1).build().train(network, XOR))
                .isInstanceOfSatisfying(TrainingDivergedException.class, e -> {
                    assertThat(e.epoch()).isEqualTo(1);
                    assertThat(e.miniBatch()).isEqualTo(1);
                    assertThat(e.layer()).isEqualTo(2);
                })
                .hasMessageContaining("epoch 1, mini-batch 1")
                .hasMessageContaining("weights of layer 2")
                .hasMessageContaining("smaller learning rate");
    }

    @Test
    void parametersThatAreNotFiniteStopTrainingEvenIfTheCostIs() {
        Network network = network();
        GradientEstimator infinite = (layers, cost, batch, nabla) -> {
            nabla.get(0).get("weights").fill(Double.POSITIVE_INFINITY);
            return 1;
        };
        assertThatThrownBy(() ->
                        trainer(1).miniBatchSize(4).estimator(infinite).build().train(network, XOR))
                .isInstanceOfSatisfying(
                        TrainingDivergedException.class,
                        e -> assertThat(e.layer()).isEqualTo(1));
    }

    @Test
    void anOverflowOfTheWeightedInputIsFoundInItsLayer() {
        Network network = network();
        network.layers().get(0).parameters().get("weights").fill(Double.MAX_VALUE);
        network.layers().get(0).parameters().get("biases").fill(Double.MAX_VALUE);
        // tanh(∞) is 1: nothing is NaN yet, and the cost stays finite.
        assertThat(trainer(1e-300).build().train(network, XOR).epochs()).hasSize(1);
        network.layers().get(1).parameters().get("weights").fill(Double.MAX_VALUE);
        network.layers().get(1).parameters().get("weights").set(0, -Double.MAX_VALUE);
        network.layers().get(1).parameters().get("weights").set(1, -Double.MAX_VALUE);
        network.layers().get(0).parameters().get("weights").fill(Double.NaN);
        assertThatThrownBy(() -> trainer(1).build().train(network, XOR))
                .isInstanceOfSatisfying(
                        TrainingDivergedException.class,
                        e -> assertThat(e.layer()).isEqualTo(1));
    }

    @Test
    void dataThatIsNotFiniteIsNamedAsTheCause() {
        Dataset bad = new Dataset() {
            @Override
            public int size() {
                return 4;
            }

            @Override
            public io.nabla.api.Shape inputs() {
                return XOR.inputs();
            }

            @Override
            public io.nabla.api.Shape targets() {
                return XOR.targets();
            }

            @Override
            public void copyExamples(int[] order, int from, Matrix x, Matrix y) {
                XOR.copyExamples(order, from, x, y);
                x.set(0, Double.NaN);
            }
        };
        assertThatThrownBy(() -> trainer(1).build().train(network(), bad))
                .isInstanceOfSatisfying(
                        TrainingDivergedException.class,
                        e -> assertThat(e.layer()).isZero())
                .hasMessageContaining("the data itself");
    }

    @Test
    void dataThatDoesNotFitIsRefusedTellingBoth() {
        Dataset wide = Dataset.of(new double[][] {{1, 2, 3}}, new double[][] {{1}});
        Dataset tall = Dataset.of(new double[][] {{1, 2}}, new double[][] {{1, 0, 0}});
        assertThatThrownBy(() -> trainer(1).build().train(network(), wide))
                .hasMessageContaining("3 inputs")
                .hasMessageContaining("2-4-1 takes 2");
        assertThatThrownBy(() -> trainer(1).build().train(network(), tall))
                .hasMessageContaining("3 outputs")
                .hasMessageContaining("gives 1");
        assertThatThrownBy(() -> trainer(1).monitor("test", wide).build().train(network(), XOR))
                .hasMessageContaining("3 inputs");
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> trainer(1).epochs(0)).hasMessageContaining("epochs is at least 1, but got 0");
        assertThatThrownBy(() -> trainer(1).miniBatchSize(0)).hasMessageContaining("mini-batch size");
        assertThatThrownBy(() -> trainer(1).monitor("a", XOR).monitor("a", XOR)).hasMessageContaining("'a'");
    }

    @Test
    void evaluationAddsThePenaltyOverTheSizeOfTheSetMeasured() {
        Network network = network();
        double penalty = 0;
        for (io.nabla.api.Layer layer : network.layers()) {
            Matrix w = layer.parameters().get("weights");
            penalty += 0.5 * 3 * w.dot(w);
        }
        double without = new Evaluator(new Quadratic()).evaluate(network, XOR).cost();
        double with = new Evaluator(new Quadratic(), new L2(3), java.util.List.of())
                .evaluate(network, XOR)
                .cost();
        assertThat(with).isCloseTo(without + penalty / 4, within(1e-14));
    }

    @Test
    void evaluationSumsOverChunksOfALargeSet() {
        double[][] inputs = new double[450][2];
        double[][] targets = new double[450][1];
        for (int i = 0; i < 450; i++) {
            inputs[i] = new double[] {i * 0.01, 1};
            targets[i] = new double[] {i % 2};
        }
        Network network = network();
        Dataset data = Dataset.of(inputs, targets);
        double cost = 0;
        for (int i = 0; i < 450; i++) {
            Matrix a = network.feedforward(Matrix.column(KERNELS, inputs[i]));
            cost += new Quadratic().value(a, Matrix.column(KERNELS, targets[i]));
        }
        assertThat(new Evaluator(new Quadratic()).evaluate(network, data).cost())
                .isCloseTo(cost / 450, within(1e-13));
        assertThat(new Evaluator(new Quadratic()).evaluate(network, data).examples())
                .isEqualTo(450);
    }
}
