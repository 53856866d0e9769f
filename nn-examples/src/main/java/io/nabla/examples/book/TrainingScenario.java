package io.nabla.examples.book;

import io.nabla.activations.Sigmoid;
import io.nabla.api.Cost;
import io.nabla.api.Dataset;
import io.nabla.api.EpochCompleted;
import io.nabla.api.Evaluation;
import io.nabla.api.Initializer;
import io.nabla.api.Kernels;
import io.nabla.api.LayerDescription;
import io.nabla.api.Regularizer;
import io.nabla.api.TrainingListener;
import io.nabla.core.Accuracy;
import io.nabla.core.Evaluator;
import io.nabla.core.ExampleOrder;
import io.nabla.core.Network;
import io.nabla.core.Trainer;
import io.nabla.core.TrainerBuilder;
import io.nabla.core.TrainingHistory;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import io.nabla.data.ImageDataset;
import io.nabla.layers.Dense;
import io.nabla.optimizers.Sgd;
import io.nabla.regularizers.L2;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * An experiment that trains a network on MNIST, one run after another, as one of the author's figure scripts does.
 *
 * <p>The generators are seeded once, at the beginning, and go on from run to run. So does the order of the training images
 * where a run has no slice of its own.
 *
 * @param layers the layers of its network
 * @param constructor how a network starts that is built: {@code network.py} and {@code network2.py} differ in it
 * @param cost the cost
 * @param seed the seed of both generators
 * @param measures what is measured
 * @param occasion when it is measured
 * @param runs the calls of {@code SGD}, in their order
 */
record TrainingScenario(
        String name,
        String place,
        String title,
        List<LayerDescription> layers,
        Initializer constructor,
        Cost cost,
        int seed,
        Set<Measure> measures,
        Occasion occasion,
        List<TrainingRun> runs,
        List<Published> published)
        implements Scenario.OnMnist {

    /** When a scenario is measured. */
    enum Occasion {
        /** After each epoch. */
        EACH_EPOCH,
        /** After a run's last epoch alone. */
        END_OF_RUN
    }

    private static final int MINI_BATCH = 10;
    private static final int CLASSES = 10;

    /** Layers of sigmoid neurons, of these sizes and the ten outputs. */
    static List<LayerDescription> sigmoids(int... hidden) {
        return IntStream.concat(IntStream.of(hidden), IntStream.of(CLASSES))
                .<LayerDescription>mapToObj(units -> new Dense(units, new Sigmoid()))
                .toList();
    }

    @Override
    public boolean play(BookData data, Replay replay) {
        NumpyRandom numpy = new NumpyRandom(seed); // np.random.seed(12345678)
        PythonRandom python = new PythonRandom(seed); // random.seed(12345678)
        Dataset training = new ImageDataset(data.training());
        ExampleOrder trainingData = ExampleOrder.of(training.size());
        Network network = build(training, replay.kernels(), numpy);
        for (TrainingRun run : runs) {
            network = run.start().apply(network, () -> build(training, replay.kernels(), numpy), numpy);
            ExampleOrder order =
                    run.slice().isPresent() ? trainingData.first(run.slice().getAsInt()) : trainingData;
            if (!train(run, network, order, data, python, replay)) {
                return false;
            }
        }
        return true;
    }

    private Network build(Dataset training, Kernels kernels, RandomGenerator numpy) {
        int[] image = training.inputs().dimensions().stream()
                .mapToInt(Integer::intValue)
                .toArray();
        Network.Builder builder = Network.builder(image).kernels(kernels);
        layers.forEach(builder::layer);
        return builder.build(constructor, numpy);
    }

    /** One call of {@code SGD}; false if the user stopped it. */
    private boolean train(
            TrainingRun run, Network network, ExampleOrder order, BookData data, PythonRandom python, Replay replay) {
        int epochs = replay.epochsOf(run.epochs());
        replay.listener().runStarted(run.name(), epochs);
        Regularizer l2 = new L2(run.lambda());
        TrainerBuilder trainer = Trainer.builder(cost, new Sgd(run.eta()))
                .regularizer(l2)
                .miniBatchSize(MINI_BATCH)
                .shuffle(python)
                .epochs(epochs)
                .stopWhen(replay.stop())
                .listener(replay.listener());
        Map<String, Dataset> monitored = monitored(data, order.size());
        if (occasion == Occasion.EACH_EPOCH) {
            monitored.forEach(trainer::monitor);
            trainer.listener(new TrainingListener() {
                @Override
                public void epochCompleted(EpochCompleted event) {
                    replay.listener().read(reading(run, event.epoch(), event::evaluation));
                }
            });
        }
        TrainingHistory history = trainer.build().train(network, new ImageDataset(data.training()), order);
        if (occasion == Occasion.END_OF_RUN && !history.stopped()) {
            Evaluator evaluator = new Evaluator(cost, l2, List.of(new Accuracy()));
            replay.listener().read(reading(run, epochs, name -> evaluator.evaluate(network, monitored.get(name))));
        }
        return !history.stopped();
    }

    /** The data sets that the measures are about, by their names. */
    private Map<String, Dataset> monitored(BookData data, int trained) {
        Map<String, Dataset> monitored = new LinkedHashMap<>();
        for (Measure measure : measures) {
            monitored.computeIfAbsent(measure.dataset(), name -> new ImageDataset(data.named(name, trained)));
        }
        return monitored;
    }

    private Reading reading(TrainingRun run, int epoch, Function<String, Evaluation> evaluations) {
        Map<Measure, Double> values = new EnumMap<>(Measure.class);
        for (Measure measure : measures) {
            values.put(measure, measure.of(evaluations.apply(measure.dataset())));
        }
        return new Reading(run.name(), epoch, values);
    }
}
