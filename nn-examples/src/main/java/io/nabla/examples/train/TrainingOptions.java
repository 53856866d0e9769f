package io.nabla.examples.train;

import io.nabla.api.Optimizer;
import io.nabla.api.Plugins;
import io.nabla.api.Regularizer;
import io.nabla.api.Settings;
import io.nabla.examples.cli.DataSource;
import io.nabla.examples.cli.ImageData;
import io.nabla.examples.cli.UserError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How to learn: the options of {@code nn train} alone. The defaults are those of the book's first experiment. */
final class TrainingOptions {
    private static final String OPTIMIZER = "sgd";
    private static final String REGULARIZER = "l2";

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
            names = "--learning-rate",
            paramLabel = "X",
            defaultValue = "3.0",
            description = "The size of a step, eta in the book (default: ${DEFAULT-VALUE}).")
    private double learningRate;

    @Option(
            names = "--lambda",
            paramLabel = "X",
            defaultValue = "0",
            description = "Weight decay (L2 regularization); 0 is none (default: ${DEFAULT-VALUE}).")
    private double lambda;

    @Option(
            names = "--train-size",
            paramLabel = "N",
            description = "Learn the first N training images only (default: all).")
    private Integer trainSize;

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
        if (!(learningRate > 0 && Double.isFinite(learningRate))) {
            throw new UserError("--learning-rate is a number above 0, such as 3.0, but got " + learningRate);
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

    double learningRate() {
        return learningRate;
    }

    double lambda() {
        return lambda;
    }

    List<MonitoredSet> monitored() {
        return List.copyOf(monitored);
    }

    /** The images of the source, as many for training as wanted. */
    ImageData load(DataSource source) {
        ImageData data = trainSize != null ? source.load(trainSize) : source.load();
        if (monitored.contains(MonitoredSet.VALIDATION) && data.validation().isEmpty()) {
            throw new UserError(
                    data.name() + " have no validation images, only MNIST's 60,000 training images are split;"
                            + " use --monitor test,training");
        }
        return data;
    }

    Optimizer optimizer(Plugins plugins) {
        return UserError.unlessRefused(() -> plugins.optimizers()
                .get(OPTIMIZER)
                .create(Settings.of(Map.of("learning-rate", Double.toString(learningRate))), plugins));
    }

    /** The penalty on weights, if there is to be one. */
    Optional<Regularizer> regularizer(Plugins plugins) {
        return lambda == 0
                ? Optional.empty()
                : Optional.of(UserError.unlessRefused(() -> plugins.regularizers()
                        .get(REGULARIZER)
                        .create(Settings.of(Map.of("lambda", Double.toString(lambda))), plugins)));
    }
}
