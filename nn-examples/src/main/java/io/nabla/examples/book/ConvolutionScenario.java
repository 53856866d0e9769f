package io.nabla.examples.book;

import io.nabla.api.Dataset;
import io.nabla.api.EpochCompleted;
import io.nabla.api.LayerDescription;
import io.nabla.api.TrainingListener;
import io.nabla.core.Network;
import io.nabla.core.Trainer;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import io.nabla.costs.LogLikelihoodCost;
import io.nabla.data.AugmentedImages;
import io.nabla.data.ImageDataset;
import io.nabla.data.augmentation.Shift;
import io.nabla.optimizers.Sgd;
import io.nabla.regularizers.L2;
import java.util.List;
import java.util.Map;

/**
 * An experiment with {@code network3.py}: mini-batches of 10, each layer drawn as that program draws it.
 *
 * @param layers the layers of its network
 * @param settings how it learns
 * @param testCorrect how many of the 10,000 test images the author's network had right
 */
record ConvolutionScenario(String name, String title, List<LayerDescription> layers, Settings settings, int testCorrect)
        implements Scenario.OnMnist {
    private static final int MINI_BATCH = 10;
    private static final String TEST = Measure.TEST_CORRECT.dataset();
    private static final String VALIDATION = Measure.VALIDATION_CORRECT.dataset();

    /**
     * How it learns.
     *
     * @param eta η, the learning rate
     * @param lambda λ as {@code network3.py} has it: over the number of mini-batches, not over that of images
     * @param epochs how often each image is learned
     * @param expanded whether each image is also learned shifted by a pixel up, down, left and right
     */
    record Settings(double eta, double lambda, int epochs, boolean expanded) {}

    @Override
    public String place() {
        return "chapter 6, Convolutional neural networks in practice";
    }

    @Override
    public List<Published> published() {
        return List.of(
                Published.best(name, Measure.TEST_CORRECT, testCorrect).noting("the author's start is not known"));
    }

    @Override
    public boolean play(BookData data, Replay replay) {
        NumpyRandom random = new NumpyRandom(Scenarios.SEED);
        Dataset training = settings.expanded
                ? new ImageDataset(
                        new AugmentedImages(data.training(), Shift.onePixelEachWay(), Scenarios.SEED).drawn())
                : new ImageDataset(data.training());
        Network.Builder builder = Network.builder(1, 28, 28).kernels(replay.kernels());
        layers.forEach(builder::layer);
        Network network = builder.build(new Network3Start(), random);
        int epochs = replay.epochsOf(settings.epochs);
        replay.listener().runStarted(name, epochs);
        return !Trainer.builder(new LogLikelihoodCost(), new Sgd(settings.eta))
                // λ over the number of mini-batches n/10 is 10λ over n.
                .regularizer(new L2(MINI_BATCH * settings.lambda))
                .miniBatchSize(MINI_BATCH)
                .shuffle(new PythonRandom(Scenarios.SEED))
                .sampling(random)
                .epochs(epochs)
                .stopWhen(replay.stop())
                .monitor(VALIDATION, new ImageDataset(data.validation()))
                .monitor(TEST, new ImageDataset(data.test()))
                .listener(replay.listener())
                .listener(new TrainingListener() {
                    @Override
                    public void epochCompleted(EpochCompleted event) {
                        replay.listener()
                                .read(new Reading(
                                        name,
                                        event.epoch(),
                                        Map.of(
                                                Measure.VALIDATION_CORRECT,
                                                Measure.VALIDATION_CORRECT.of(event.evaluation(VALIDATION)),
                                                Measure.TEST_CORRECT,
                                                Measure.TEST_CORRECT.of(event.evaluation(TEST)))));
                    }
                })
                .build()
                .train(network, training)
                .stopped();
    }
}
