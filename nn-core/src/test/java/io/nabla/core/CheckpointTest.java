package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Dataset;
import io.nabla.api.EpochCompleted;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatchCompleted;
import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;
import io.nabla.api.Precision;
import io.nabla.api.Schedule;
import io.nabla.api.State;
import io.nabla.api.TrainingListener;
import io.nabla.core.TestPlugins.Dense;
import io.nabla.core.TestPlugins.Gaussian;
import io.nabla.core.TestPlugins.Quadratic;
import io.nabla.core.TestPlugins.Sgd;
import io.nabla.core.TestPlugins.Sigmoid;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** A run of 3 epochs of 4 mini-batches, which remembers wherever a run can. */
class CheckpointTest {
    private static final Dataset DATA = data(0);
    private final List<Checkpoint> kept = new ArrayList<>();

    private static Dataset data(double shift) {
        double[][] inputs = new double[7][];
        double[][] targets = new double[7][];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = new double[] {i + shift, 3 - i};
            targets[i] = new double[] {i % 2};
        }
        return Dataset.of(inputs, targets);
    }

    private static Network network(int seed) {
        return Network.builder(2)
                .kernels(PlainKernels.of(Precision.DOUBLE))
                .layer(new Dense(3, new Sigmoid()))
                .layer(new Dense(1, new Sigmoid()))
                .build(new Gaussian(), new NumpyRandom(seed));
    }

    private record Momentum(double learningRate) implements Optimizer {
        @Override
        public String name() {
            return "momentum";
        }

        @Override
        public Update start(Parameter parameter) {
            Matrix v = parameter.value().copy();
            v.fill(0);
            return new Update() {
                @Override
                public void step(Matrix w, Matrix nabla, int m, double pace) {
                    v.combine(0.9, -learningRate * pace / m, nabla);
                    w.combine(1, 1, v);
                }

                @Override
                public Optional<State> state() {
                    return Optional.of(State.empty().with("v", v));
                }

                @Override
                public void restore(State state) {
                    state.copyTo("v", v);
                }
            };
        }
    }

    /** The pace goes down with the number of epochs that it was told of. */
    private record Slower() implements Schedule {
        @Override
        public String name() {
            return "slower";
        }

        @Override
        public Course start(long steps, int stepsPerEpoch) {
            return new Course() {
                private int epochs;

                @Override
                public double pace(long step) {
                    return 1.0 / (1 + epochs + step);
                }

                @Override
                public void epochCompleted(EpochCompleted event) {
                    epochs++;
                }

                @Override
                public Optional<State> state() {
                    return Optional.of(State.empty().with("epochs", epochs));
                }

                @Override
                public void restore(State state) {
                    epochs = state.integer("epochs", 0, 1_000);
                }
            };
        }
    }

    private static TrainerBuilder trainer() {
        return Trainer.builder(new Quadratic(), new Momentum(0.5))
                .epochs(3)
                .miniBatchSize(2)
                .shuffle(new PythonRandom(5))
                .schedule(new Slower())
                .monitor("test", data(0.5))
                .earlyStopping(EarlyStopping.leastCost("test", 2));
    }

    private static void assertSame(TrainingHistory actual, TrainingHistory expected) {
        assertThat(actual.keptEpoch()).isEqualTo(expected.keptEpoch());
        assertThat(actual.stopped()).isEqualTo(expected.stopped());
        assertThat(actual.epochs()).hasSameSizeAs(expected.epochs());
        for (int i = 0; i < actual.epochs().size(); i++) {
            EpochCompleted epoch = actual.epochs().get(i);
            EpochCompleted other = expected.epochs().get(i);
            assertThat(epoch.epoch()).isEqualTo(i + 1);
            assertThat(epoch.trainingCost()).isEqualTo(other.trainingCost());
            assertThat(epoch.evaluations()).isEqualTo(other.evaluations());
            assertThat(epoch.seconds()).isPositive();
        }
    }

    @Test
    void aRunGoesOnFromEachStepWithTheSameBits() {
        Network whole = network(1);
        TrainingHistory history = trainer().build().train(whole, DATA);
        Network watched = network(1);
        assertSame(
                trainer()
                        .checkpoints(1, checkpoint -> kept.add(checkpoint.copy()))
                        .build()
                        .train(watched, DATA),
                history);
        assertThat(Fingerprint.sha256(watched)).as("checkpoints change no bit").isEqualTo(Fingerprint.sha256(whole));
        assertThat(kept.stream().map(Checkpoint::steps))
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
        for (Checkpoint checkpoint : kept) {
            Network resumed = network(2);
            assertSame(trainer().shuffle(new PythonRandom(6)).build().resume(resumed, DATA, checkpoint), history);
            assertThat(Fingerprint.sha256(resumed))
                    .as("from step %d", checkpoint.steps())
                    .isEqualTo(Fingerprint.sha256(whole));
        }
    }

    @Test
    void theyAreMadeAtTheBeginningAtEachEpochsEndAndEverySoManySteps() {
        trainer().checkpoints(kept::add).build().train(network(1), DATA);
        assertThat(kept.stream().map(Checkpoint::steps)).containsExactly(0L, 4L, 8L, 12L);
        assertThat(kept.get(3).epochs()).isEqualTo(3);
        kept.clear();
        trainer().checkpoints(3, kept::add).build().train(network(1), DATA);
        assertThat(kept.stream().map(Checkpoint::steps)).containsExactly(0L, 3L, 4L, 6L, 8L, 9L, 12L);
        kept.clear();
        trainer().build().train(network(1), DATA);
        assertThat(kept).isEmpty();
    }

    @Test
    void aRunThatIsStoppedIsKeptWhereItStopsAndGoesOnFromThere() {
        Network whole = network(1);
        TrainingHistory history = trainer().build().train(whole, DATA);
        for (int stopAfter = 0; stopAfter < 12; stopAfter++) {
            int stop = stopAfter;
            int[] steps = new int[1];
            kept.clear();
            trainer()
                    .listener(new TrainingListener() {
                        @Override
                        public void miniBatchCompleted(MiniBatchCompleted event) {
                            steps[0]++;
                        }
                    })
                    .stopWhen(() -> steps[0] == stop)
                    .checkpoints(checkpoint -> kept.add(checkpoint.copy()))
                    .build()
                    .train(network(1), DATA);
            Checkpoint last = kept.get(kept.size() - 1);
            assertThat(last.steps()).isEqualTo(stop);
            Network resumed = network(2);
            assertSame(trainer().shuffle(new PythonRandom(6)).build().resume(resumed, DATA, last), history);
            assertThat(Fingerprint.sha256(resumed)).isEqualTo(Fingerprint.sha256(whole));
        }
    }

    @Test
    void aRunOfAPartOfTheDataGoesOnWithThatPart() {
        ExampleOrder part = ExampleOrder.of(7).first(5);
        Network whole = network(1);
        trainer()
                .checkpoints(1, checkpoint -> kept.add(checkpoint.copy()))
                .build()
                .train(whole, DATA, part);
        Network resumed = network(2);
        trainer().build().resume(resumed, DATA, kept.get(4));
        assertThat(Fingerprint.sha256(resumed)).isEqualTo(Fingerprint.sha256(whole));
    }

    @Test
    void listenersAreToldOfTheFurtherEpochsAlone() {
        trainer().checkpoints(kept::add).build().train(network(1), DATA);
        List<Integer> epochs = new ArrayList<>();
        trainer()
                .listener(new TrainingListener() {
                    @Override
                    public void epochCompleted(EpochCompleted event) {
                        epochs.add(event.epoch());
                    }
                })
                .build()
                .resume(network(2), DATA, kept.get(1));
        assertThat(epochs).containsExactly(2, 3);
    }

    @Test
    void anotherRunIsRefusedWithBothValues() {
        trainer().checkpoints(kept::add).build().train(network(1), DATA);
        Checkpoint checkpoint = kept.get(1);
        assertRefused(trainer().epochs(4), DATA, checkpoint, "epochs was 3 but is 4");
        assertRefused(trainer().miniBatchSize(3), DATA, checkpoint, "mini-batch size was 2 but is 3");
        assertRefused(
                trainer().earlyStopping(EarlyStopping.leastCost("test", 3)),
                DATA,
                checkpoint,
                "patience 2",
                "patience 3");
        assertRefused(
                trainer(), data(1e-9), checkpoint, "training data was 7 examples of sha256", "but is 7 examples of");
        assertRefused(
                Trainer.builder(new Quadratic(), new Momentum(0.25)).epochs(3).miniBatchSize(2),
                DATA,
                checkpoint,
                "optimizer was Momentum[learningRate=0.5] but is Momentum[learningRate=0.25]");
        assertRefused(
                trainer().shuffle(new NumpyRandom(1)), DATA, checkpoint, "shuffle was PythonRandom but is NumpyRandom");
        assertRefused(trainer(), DATA.slice(0, 5), checkpoint, "on 7 examples, but the data has 5");
        Network other = Network.builder(2)
                .layer(new Dense(4, new Sigmoid()))
                .layer(new Dense(1, new Sigmoid()))
                .build(new Gaussian(), new NumpyRandom(1));
        assertThatThrownBy(() -> trainer().build().resume(other, DATA, checkpoint))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("network was ");
    }

    private static void assertRefused(TrainerBuilder trainer, Dataset data, Checkpoint checkpoint, String... parts) {
        Network network = network(2);
        String before = Fingerprint.sha256(network);
        assertThatThrownBy(() -> trainer.build().resume(network, data, checkpoint))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(parts);
        assertThat(Fingerprint.sha256(network)).isEqualTo(before);
    }

    @Test
    void whoDoesNotSayWhatItRemembersIsRefusedBeforeTheFirstStep() {
        Optimizer silent = new Optimizer() {
            @Override
            public String name() {
                return "silent";
            }

            @Override
            public Update start(Parameter parameter) {
                return (w, nabla, m, pace) -> w.combine(1, -1.0 / m, nabla);
            }
        };
        assertSilent(Trainer.builder(new Quadratic(), silent), "the optimizer 'silent' does not say what it remembers");
        RandomGenerator random = RandomGenerator.of("Random");
        assertSilent(trainer().shuffle(random), "the generator of the shuffle does not say");
        Schedule course = new Schedule() {
            @Override
            public String name() {
                return "of-a-lambda";
            }

            @Override
            public Course start(long steps, int stepsPerEpoch) {
                return step -> 1;
            }
        };
        assertSilent(trainer().schedule(course), "the schedule 'of-a-lambda' does not say");
    }

    private static void assertSilent(TrainerBuilder trainer, String message) {
        Network network = network(1);
        String before = Fingerprint.sha256(network);
        assertThatThrownBy(() -> trainer.checkpoints(checkpoint -> {}).build().train(network, DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
        assertThat(Fingerprint.sha256(network)).isEqualTo(before);
    }

    @Test
    void aStateThatIsNoneOfSuchARunIsRefused() {
        trainer().checkpoints(kept::add).build().train(network(1), DATA);
        Checkpoint checkpoint = kept.get(1);
        Checkpoint empty = new Checkpoint(State.empty(), checkpoint.settings());
        assertThatThrownBy(() -> trainer().build().resume(network(2), DATA, empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no numbers named 'examples'");
        State twice = State.empty().with("examples", 0, 1, 2, 3, 4, 5, 5);
        assertThatThrownBy(() -> ExampleOrder.of(7).restore(twice)).hasMessageContaining("at 6 there is 5.0");
        State far = State.empty().with("examples", 0, 1, 2, 3, 4, 5, 7);
        assertThatThrownBy(() -> ExampleOrder.of(7).restore(far)).hasMessageContaining("at 6 there is 7.0");
    }

    /** Units that are saturated hide an infinite weight until the end of the epoch. */
    @Test
    void weightsThatAreNotFiniteAreNotKept() {
        Network network = network(1);
        Matrix weights = network.layers().get(-1).parameters().get("weights");
        assertThatThrownBy(() -> trainer()
                        .listener(new TrainingListener() {
                            @Override
                            public void miniBatchCompleted(MiniBatchCompleted event) {
                                if (event.epoch() == 2 && event.miniBatch() == 2) {
                                    weights.set(0, Double.POSITIVE_INFINITY);
                                }
                            }
                        })
                        .checkpoints(1, kept::add)
                        .build()
                        .train(network, DATA))
                .isInstanceOf(TrainingDivergedException.class);
        assertThat(kept.stream().map(Checkpoint::steps)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void stepsBetweenCheckpointsAreAtLeastOne() {
        assertThatThrownBy(() -> trainer().checkpoints(0, kept::add))
                .hasMessage("the steps from one checkpoint to the next is at least 1, but got 0");
        assertThat(new Sgd(1)
                        .start(network(1).layers().get(0).parameters().get(0))
                        .state())
                .isPresent();
    }
}
