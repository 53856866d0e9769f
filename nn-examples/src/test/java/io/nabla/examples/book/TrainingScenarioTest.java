package io.nabla.examples.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.activations.Sigmoid;
import io.nabla.api.EpochCompleted;
import io.nabla.api.Precision;
import io.nabla.core.ExampleOrder;
import io.nabla.core.Network;
import io.nabla.core.Trainer;
import io.nabla.core.TrainingHistory;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import io.nabla.costs.CrossEntropyCost;
import io.nabla.data.ImageDataset;
import io.nabla.data.LabelledImages;
import io.nabla.data.synthetic.SyntheticDigits;
import io.nabla.examples.book.TrainingScenario.Occasion;
import io.nabla.initializers.LargeGaussian;
import io.nabla.initializers.ScaledGaussian;
import io.nabla.layers.Dense;
import io.nabla.optimizers.Sgd;
import io.nabla.regularizers.L2;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The runner of the training scenarios, on a few synthetic digits: what goes on from run to run, and what does not. */
class TrainingScenarioTest {
    private static final BookData DIGITS = digits();
    private static final int SEED = 7;

    private static BookData digits() {
        LabelledImages images = new SyntheticDigits(1).training(300);
        return new BookData(images.slice(0, 200), images.slice(200, 250), images.slice(250, 300));
    }

    private static TrainingScenario scenario(Occasion occasion, Set<Measure> measures, TrainingRun... runs) {
        return new TrainingScenario(
                "test",
                "nowhere",
                "a test",
                TrainingScenario.sigmoids(8),
                new ScaledGaussian(),
                new CrossEntropyCost(),
                SEED,
                measures,
                occasion,
                List.of(runs),
                List.of());
    }

    private static Played played(TrainingScenario scenario) {
        Played played = new Played();
        assertThat(scenario.play(DIGITS, played.full())).isTrue();
        return played;
    }

    /** The book's objects, driven by hand as a figure script drives them. */
    private static final class Script {
        private final NumpyRandom numpy = new NumpyRandom(SEED);
        private final PythonRandom python = new PythonRandom(SEED);
        private final ImageDataset training = new ImageDataset(DIGITS.training());
        private final ExampleOrder list = ExampleOrder.of(DIGITS.training().size());
        private Network net = construct();

        Network construct() {
            return Network.builder(784)
                    .kernels(PlainKernels.of(Precision.DOUBLE))
                    .layer(new Dense(8, new Sigmoid()))
                    .layer(new Dense(10, new Sigmoid()))
                    .build(new ScaledGaussian(), numpy);
        }

        /** The mean test cost after each epoch. */
        List<Double> sgd(ExampleOrder order, int epochs, double eta, double lambda) {
            TrainingHistory history = Trainer.builder(new CrossEntropyCost(), new Sgd(eta))
                    .regularizer(new L2(lambda))
                    .epochs(epochs)
                    .miniBatchSize(10)
                    .shuffle(python)
                    .monitor("test", new ImageDataset(DIGITS.test()))
                    .build()
                    .train(net, training, order);
            return history.epochs().stream().map(Script::testCost).toList();
        }

        private static double testCost(EpochCompleted epoch) {
            return epoch.evaluation("test").cost();
        }
    }

    @Test
    void orderAndGeneratorsGoOnFromRunToRun() {
        Played played = played(scenario(
                Occasion.EACH_EPOCH,
                Set.of(Measure.TEST_COST),
                TrainingRun.onAll("as built", Start.AS_BUILT, 0.5, 1, 2),
                TrainingRun.onAll("large", Start.DRAWN_LARGE, 0.5, 1, 2),
                TrainingRun.onAll("new", Start.NEW_NETWORK, 0.25, 0, 2)));

        Script script = new Script();
        List<Double> first = script.sgd(script.list, 2, 0.5, 1);
        script.net.draw(new LargeGaussian(), script.numpy);
        List<Double> second = script.sgd(script.list, 2, 0.5, 1);
        script.net = script.construct();
        List<Double> third = script.sgd(script.list, 2, 0.25, 0);
        assertThat(played.runs()).containsExactly("as built 2", "large 2", "new 2");
        assertThat(played.values(Measure.TEST_COST).subList(0, 2)).isEqualTo(first);
        assertThat(played.values(Measure.TEST_COST).subList(2, 4)).isEqualTo(second);
        assertThat(played.values(Measure.TEST_COST).subList(4, 6)).isEqualTo(third);
    }

    @Test
    void aSliceIsAListOfItsOwn() {
        Played played = played(scenario(
                Occasion.EACH_EPOCH,
                Set.of(Measure.TEST_COST),
                TrainingRun.onFirst(50, "50", Start.DRAWN_LARGE, 0.5, 0, 2),
                TrainingRun.onFirst(100, "100", Start.DRAWN_LARGE, 0.5, 0, 1),
                TrainingRun.onAll("all", Start.DRAWN_LARGE, 0.5, 0, 1)));

        Script script = new Script();
        script.net.draw(new LargeGaussian(), script.numpy);
        List<Double> first = script.sgd(ExampleOrder.of(50), 2, 0.5, 0);
        script.net.draw(new LargeGaussian(), script.numpy);
        List<Double> second = script.sgd(ExampleOrder.of(100), 1, 0.5, 0);
        script.net.draw(new LargeGaussian(), script.numpy);
        List<Double> third = script.sgd(ExampleOrder.of(200), 1, 0.5, 0);
        assertThat(played.values(Measure.TEST_COST).subList(0, 2)).isEqualTo(first);
        assertThat(played.values(Measure.TEST_COST).subList(2, 3)).isEqualTo(second);
        assertThat(played.values(Measure.TEST_COST).subList(3, 4)).isEqualTo(third);
    }

    @Test
    void measuredAtTheEndIsTheLastOfThoseMeasuredEachEpoch() {
        Set<Measure> measures = EnumSet.complementOf(EnumSet.of(Measure.OUTPUT, Measure.GRADIENT_NORM));
        TrainingRun run = TrainingRun.onFirst(60, "run", Start.AS_BUILT, 0.5, 2, 3);

        List<Reading> each =
                played(scenario(Occasion.EACH_EPOCH, measures, run)).readings();
        List<Reading> end = played(scenario(Occasion.END_OF_RUN, measures, run)).readings();

        assertThat(each).extracting(Reading::epoch).containsExactly(1, 2, 3);
        assertThat(each.get(2).values().keySet()).isEqualTo(measures);
        assertThat(end).containsExactly(each.get(2));
    }

    @Test
    void trainingFiguresAreThoseOfTheSlice() {
        TrainingRun run = TrainingRun.onFirst(20, "run", Start.AS_BUILT, 0.5, 0, 30);

        List<Double> correct = played(scenario(Occasion.EACH_EPOCH, Set.of(Measure.TRAINING_CORRECT), run))
                .values(Measure.TRAINING_CORRECT);

        assertThat(correct.get(29)).as("20 images are soon learned by heart").isEqualTo(20);
    }

    @Test
    void stopsInTheRunInWhichItIsAsked() {
        Played played = new Played();
        TrainingScenario scenario = scenario(
                Occasion.END_OF_RUN,
                Set.of(Measure.TEST_COST),
                TrainingRun.onFirst(20, "first", Start.AS_BUILT, 0.5, 0, 2),
                TrainingRun.onFirst(20, "second", Start.AS_BUILT, 0.5, 0, 2));

        boolean finished = scenario.play(
                DIGITS, played.replay(OptionalInt.empty(), () -> played.runs().size() == 2));

        assertThat(finished).isFalse();
        assertThat(played.runs()).containsExactly("first 2", "second 2");
        assertThat(played.readings()).extracting(Reading::run).containsExactly("first");
    }
}
