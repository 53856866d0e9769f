package io.nabla.examples.train;

import io.nabla.api.Optimizer;
import io.nabla.api.Plugins;
import io.nabla.api.Regularizer;
import io.nabla.api.Settings;
import io.nabla.core.Accuracy;
import io.nabla.core.EarlyStopping;
import io.nabla.core.random.NumpyRandom;
import io.nabla.examples.cli.DataSource;
import io.nabla.examples.cli.ImageData;
import io.nabla.examples.cli.UserError;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How to learn: the options of {@code nn train} alone. The defaults are those of the book's first experiment. */
final class TrainingOptions {
    private static final String BOOKS_OPTIMIZER = "sgd";
    private static final double BOOKS_LEARNING_RATE = 3.0;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "30",
            description = "How often every training image is learned (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--mini-batch",
            paramLabel = "N",
            defaultValue = "10",
            description = "Images in a mini-batch; with more than there are, all are one mini-batch"
                    + " (default: ${DEFAULT-VALUE}).")
    private int miniBatch;

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            defaultValue = BOOKS_OPTIMIZER,
            description = "How weights move, see 'nn plugins' (default: ${DEFAULT-VALUE}).")
    private String optimizer;

    @Option(
            names = "--learning-rate",
            paramLabel = "X",
            description = "The size of a step, eta in the book; optimizers other than " + BOOKS_OPTIMIZER
                    + " have none by default (default: " + BOOKS_LEARNING_RATE + ").")
    private Double learningRate;

    @Option(
            names = "--optimizer-setting",
            paramLabel = "KEY=VALUE",
            split = ",",
            description = "More settings of the optimizer, such as beta1=0.8.")
    private Map<String, String> optimizerSettings = new LinkedHashMap<>();

    @Option(
            names = "--lambda",
            paramLabel = "X",
            defaultValue = "0",
            description = "How much large weights are punished; 0 is not at all (default: ${DEFAULT-VALUE}).")
    private double lambda;

    @Option(
            names = "--regularizer",
            paramLabel = "NAME",
            defaultValue = "l2",
            description = "How they are punished (default: ${DEFAULT-VALUE}).")
    private String regularizer;

    @Option(
            names = "--early-stopping",
            paramLabel = "N",
            description =
                    "End when N epochs have brought no better accuracy on the validation images, and keep the best"
                            + " weights (default: never).")
    private Integer patience;

    @Option(
            names = "--train-size",
            paramLabel = "N",
            description = "Learn the first N training images only (default: all).")
    private Integer trainSize;

    @Option(
            names = "--validation-share",
            paramLabel = "X",
            description = "Keep back this share of the training images, drawn at random, as validation images"
                    + " (default: only MNIST's last 10,000).")
    private Double validationShare;

    @Option(
            names = "--monitor",
            paramLabel = "SET",
            split = ",",
            defaultValue = "test",
            description = "Measure on these sets after each epoch: ${COMPLETION-CANDIDATES}"
                    + " (default: ${DEFAULT-VALUE}).")
    private List<MonitoredSet> monitored;

    /** Refuses numbers that no training can have, naming the option. */
    void check() {
        atLeastOne("--epochs", epochs);
        atLeastOne("--mini-batch", miniBatch);
        if (trainSize != null) {
            atLeastOne("--train-size", trainSize);
        }
        if (learningRate == null && !optimizer.equals(BOOKS_OPTIMIZER)) {
            throw new UserError("--optimizer " + optimizer + " needs a --learning-rate, such as 0.001");
        }
        if (!(learningRate() > 0 && Double.isFinite(learningRate()))) {
            throw new UserError("--learning-rate is a number above 0, such as 3.0, but got " + learningRate());
        }
        if (patience != null) {
            atLeastOne("--early-stopping", patience);
            if (!monitored.contains(MonitoredSet.VALIDATION)) {
                throw new UserError("--early-stopping watches the validation images; add --monitor validation,test");
            }
        }
        if (!(lambda >= 0 && Double.isFinite(lambda))) {
            throw new UserError("--lambda is a number of at least 0, such as 5.0, but got " + lambda);
        }
        if (monitored.stream().distinct().count() != monitored.size()) {
            throw new UserError("--monitor names a set twice: " + monitored);
        }
    }

    private static void atLeastOne(String option, int number) {
        if (number < 1) {
            throw new UserError(option + " is at least 1, but got " + number);
        }
    }

    int epochs() {
        return epochs;
    }

    int miniBatch() {
        return miniBatch;
    }

    /** The name of the optimizer. */
    String optimizerName() {
        return optimizer;
    }

    /** What else is set of the optimizer, beside the learning rate. */
    Map<String, String> optimizerSettings() {
        return Collections.unmodifiableMap(optimizerSettings);
    }

    /** The name of the regularizer, which has a part where lambda is not 0. */
    String regularizerName() {
        return regularizer;
    }

    /** The share of the training images that is kept back, if one was asked for. */
    Optional<Double> validationShare() {
        return Optional.ofNullable(validationShare);
    }

    double learningRate() {
        return learningRate != null ? learningRate : BOOKS_LEARNING_RATE;
    }

    /** The set by which an epoch is the best: with early stopping the one it watches. */
    MonitoredSet decisive() {
        return patience != null ? MonitoredSet.VALIDATION : Collections.min(monitored);
    }

    /** When to end before the last epoch, if at all. */
    Optional<EarlyStopping> earlyStopping() {
        return Optional.ofNullable(patience)
                .map(epochs -> EarlyStopping.greatest(MonitoredSet.VALIDATION.toString(), Accuracy.NAME, epochs));
    }

    double lambda() {
        return lambda;
    }

    List<MonitoredSet> monitored() {
        return List.copyOf(monitored);
    }

    /** The images of the source, as many for training as wanted. */
    ImageData load(DataSource source, int seed) {
        ImageData loaded = trainSize != null ? source.load(trainSize) : source.load();
        ImageData data = validationShare == null
                ? loaded
                : UserError.unlessRefused(() -> loaded.keepingBack(validationShare, new NumpyRandom(seed)));
        if (monitored.contains(MonitoredSet.VALIDATION) && data.validation().isEmpty()) {
            throw new UserError(
                    data.name() + " have no validation images, only MNIST's 60,000 training images are split;"
                            + " use --validation-share 0.2 or --monitor test,training");
        }
        return data;
    }

    Optimizer optimizer(Plugins plugins) {
        Map<String, String> settings = new LinkedHashMap<>(optimizerSettings);
        if (settings.putIfAbsent("learning-rate", Double.toString(learningRate())) != null) {
            throw new UserError("the learning rate is set by --learning-rate, not by --optimizer-setting");
        }
        return UserError.unlessRefused(
                () -> plugins.optimizers().get(optimizer).create(Settings.of(settings), plugins));
    }

    /** The penalty on weights, if there is to be one. */
    Optional<Regularizer> regularizer(Plugins plugins) {
        return lambda == 0
                ? Optional.empty()
                : Optional.of(UserError.unlessRefused(() -> plugins.regularizers()
                        .get(regularizer)
                        .create(Settings.of(Map.of("lambda", Double.toString(lambda))), plugins)));
    }
}
