package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.Dataset;
import io.nabla.api.EpochCompleted;
import io.nabla.api.GradientEstimator;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatchCompleted;
import io.nabla.api.Precision;
import io.nabla.api.Regularizer;
import io.nabla.api.Schedule;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the trainer follows a schedule, and what a regularizer may do after a step. */
class ScheduledTrainingTest {
    private static final Dataset XOR =
            Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[][] {{0}, {1}, {1}, {0}});
    /** A gradient of 1 for the one bias, whatever the examples. */
    private static final GradientEstimator SLOPE = (layers, cost, batch, nabla) -> {
        nabla.get(0).get("biases").fill(batch.size());
        return 0;
    };

    private static Network network() {
        return Network.builder(2)
                .kernels(PlainKernels.of(Precision.DOUBLE))
                .layer(new Dense(1, new Sigmoid()))
                .build(new Gaussian(), new NumpyRandom(1));
    }

    private static TrainerBuilder trainer() {
        return Trainer.builder(new Quadratic(), new Sgd(0.5)).estimator(SLOPE).miniBatchSize(3);
    }

    /** Remembers what it is told and asked. */
    private static final class Recorded implements Schedule {
        private final List<String> calls = new ArrayList<>();

        @Override
        public String name() {
            return "recorded";
        }

        @Override
        public Course start(long steps, int stepsPerEpoch) {
            calls.add(steps + "/" + stepsPerEpoch);
            return new Course() {
                @Override
                public double pace(long step) {
                    calls.add("step " + step);
                    return step + 1;
                }

                @Override
                public void epochCompleted(EpochCompleted event) {
                    calls.add("epoch " + event.epoch() + " "
                            + event.evaluation("all").examples());
                }
            };
        }
    }

    @Test
    void aScheduleIsAskedForEveryStepAndToldEveryEpoch() {
        Recorded schedule = new Recorded();
        List<Double> told = new ArrayList<>();
        Network network = network();
        double before = network.layers().get(0).parameters().get("biases").get(0);
        trainer()
                .epochs(2)
                .schedule(schedule)
                .monitor("all", XOR)
                .listener(new TrainingListener() {
                    @Override
                    public void miniBatchCompleted(MiniBatchCompleted event) {
                        told.add(event.pace());
                    }
                })
                .build()
                .train(network, XOR);
        assertThat(schedule.calls)
                .containsExactly("4/2", "step 0", "step 1", "epoch 1 4", "step 2", "step 3", "epoch 2 4");
        assertThat(told).containsExactly(1.0, 2.0, 3.0, 4.0);
        assertThat(network.layers().get(0).parameters().get("biases").get(0))
                .isCloseTo(before - 0.5 * (1 + 2 + 3 + 4), within(1e-14));
    }

    @Test
    void withoutAScheduleThePaceIs1() {
        Network network = network();
        double before = network.layers().get(0).parameters().get("biases").get(0);
        trainer()
                .listener(new TrainingListener() {
                    @Override
                    public void miniBatchCompleted(MiniBatchCompleted event) {
                        assertThat(event.pace()).isEqualTo(1);
                    }
                })
                .build()
                .train(network, XOR);
        assertThat(network.layers().get(0).parameters().get("biases").get(0))
                .isCloseTo(before - 0.5 * 2, within(1e-14));
    }

    private record Steady(double pace, List<String> datasets) implements Schedule {
        @Override
        public String name() {
            return "steady";
        }

        @Override
        public Course start(long steps, int stepsPerEpoch) {
            return step -> pace;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aPaceThatIsNoneIsRefused(double pace) {
        Trainer trainer = trainer().schedule(new Steady(pace, List.of())).build();
        assertThatThrownBy(() -> trainer.train(network(), XOR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the schedule 'steady' gives step 1 a pace of " + pace + "; a pace is finite and at least 0");
    }

    @Test
    void aDataSetThatAScheduleWatchesIsMonitored() {
        TrainerBuilder trainer = trainer().monitor("test", XOR).schedule(new Steady(1, List.of("validation")));
        assertThatThrownBy(trainer::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the schedule 'steady' watches data set 'validation', which is not monitored; have [test]");
        trainer.monitor("validation", XOR).build().train(network(), XOR);
    }

    /** Sets every weight to the number of its limitings. */
    private static final class Counting implements Regularizer {
        private int limits;

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public double penalty(Matrix w) {
            return 0;
        }

        @Override
        public void addGradient(Matrix w, double share, Matrix nabla) {
            nabla.fill(1000);
        }

        @Override
        public void limit(Matrix w) {
            limits++;
            w.fill(limits);
        }
    }

    @Test
    void aRegularizerLimitsWeightsAfterEachStepAndLeavesBiasesAlone() {
        Network network = network();
        double bias = network.layers().get(0).parameters().get("biases").get(0);
        trainer().regularizer(new Counting()).build().train(network, XOR);
        Matrix w = network.layers().get(0).parameters().get("weights");
        assertThat(w.get(0)).isEqualTo(2);
        assertThat(w.get(1)).isEqualTo(2);
        assertThat(network.layers().get(0).parameters().get("biases").get(0)).isCloseTo(bias - 1, within(1e-14));
    }
}
