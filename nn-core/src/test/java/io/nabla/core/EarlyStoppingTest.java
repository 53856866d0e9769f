package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Dataset;
import io.nabla.api.EpochCompleted;
import io.nabla.api.Evaluation;
import io.nabla.api.Kernels;
import io.nabla.api.Precision;
import io.nabla.api.TrainingListener;
import io.nabla.core.TestPlugins.Dense;
import io.nabla.core.TestPlugins.Gaussian;
import io.nabla.core.TestPlugins.Quadratic;
import io.nabla.core.TestPlugins.Sgd;
import io.nabla.core.TestPlugins.Sigmoid;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
    private static final Kernels KERNELS = PlainKernels.of(Precision.DOUBLE);
    private static final Dataset DATA = Dataset.of(new double[][] {{0}, {1}}, new double[][] {{1}, {0}});

    private final Network network = Network.builder(1)
            .kernels(KERNELS)
            .layer(new Dense(1, new Sigmoid()))
            .build(new Gaussian(), new NumpyRandom(1));
    private final List<String> fingerprints = new ArrayList<>();

    /** A run whose losses are given, one an epoch; real weights move meanwhile. */
    private TrainingHistory train(int patience, double leastGain, double... losses) {
        int[] epoch = {0};
        return Trainer.builder(new Quadratic(), new Sgd(0.5))
                .epochs(losses.length)
                .monitor("validation", DATA)
                .listener(new TrainingListener() {
                    @Override
                    public void epochCompleted(EpochCompleted event) {
                        fingerprints.add(Fingerprint.sha256(network));
                    }
                })
                .earlyStopping(new EarlyStopping("validation", e -> losses[epoch[0]++], patience, leastGain))
                .build()
                .train(network, DATA);
    }

    @Test
    void endsAfterItsPatienceAndPutsBackTheBestWeights() {
        TrainingHistory history = train(2, 0, 5, 3, 4, 3, 1, 0);
        assertThat(history.epochs()).hasSize(4);
        assertThat(history.stopped()).isTrue();
        assertThat(history.keptEpoch()).isEqualTo(2);
        assertThat(Fingerprint.sha256(network)).isEqualTo(fingerprints.get(1)).isNotEqualTo(fingerprints.get(3));
    }

    @Test
    void putsBackTheBestWeightsAlsoAfterTheLastEpoch() {
        TrainingHistory history = train(10, 0, 5, 1, 4);
        assertThat(history.epochs()).hasSize(3);
        assertThat(history.stopped()).isFalse();
        assertThat(history.keptEpoch()).isEqualTo(2);
        assertThat(Fingerprint.sha256(network)).isEqualTo(fingerprints.get(1));
    }

    @Test
    void smallGainsDoNotCount() {
        TrainingHistory history = train(2, 0.5, 5, 4.8, 4.6, 4.4);
        assertThat(history.epochs()).hasSize(3);
        assertThat(history.keptEpoch()).isEqualTo(1);
    }

    @Test
    void aLossThatIsNoNumberIsNoGain() {
        TrainingHistory history = train(3, 0, Double.NaN, 2, Double.NaN, Double.NaN, Double.NaN, 1);
        assertThat(history.epochs()).hasSize(5);
        assertThat(history.keptEpoch()).isEqualTo(2);
    }

    @Test
    void withoutAnyNumberTheLastWeightsStay() {
        TrainingHistory history = train(2, 0, Double.NaN, Double.NaN, 1);
        assertThat(history.epochs()).hasSize(2);
        assertThat(history.keptEpoch()).isZero();
        assertThat(Fingerprint.sha256(network)).isEqualTo(fingerprints.get(1));
    }

    @Test
    void keepsLeastCostsAndGreatestMetrics() {
        Evaluation evaluation = new Evaluation(4, 0.25, Map.of("accuracy", 3.0));
        assertThat(EarlyStopping.leastCost("v", 1).loss().applyAsDouble(evaluation))
                .isEqualTo(0.25);
        assertThat(EarlyStopping.greatest("v", "accuracy", 1).loss().applyAsDouble(evaluation))
                .isEqualTo(-0.75);
        assertThat(EarlyStopping.least("v", "accuracy", 1).loss().applyAsDouble(evaluation))
                .isEqualTo(0.75);
        assertThat(EarlyStopping.leastCost("v", 3).withLeastGain(0.1).leastGain())
                .isEqualTo(0.1);
    }

    @Test
    void withoutARuleTheLastEpochIsKept() {
        TrainingHistory history =
                Trainer.builder(new Quadratic(), new Sgd(0.5)).epochs(3).build().train(network, DATA);
        assertThat(history.keptEpoch()).isEqualTo(3);
    }

    @Test
    void refusesWhatCannotWork() {
        assertThatThrownBy(() -> EarlyStopping.leastCost("v", 0)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> EarlyStopping.leastCost("v", 1).withLeastGain(Double.NaN))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> EarlyStopping.leastCost("v", 1).withLeastGain(-1))
                .hasMessageContaining("-1");
        TrainerBuilder trainer = Trainer.builder(new Quadratic(), new Sgd(1))
                .monitor("test", DATA)
                .earlyStopping(EarlyStopping.leastCost("validation", 3));
        assertThatThrownBy(trainer::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'validation'")
                .hasMessageContaining("[test]");
    }
}
