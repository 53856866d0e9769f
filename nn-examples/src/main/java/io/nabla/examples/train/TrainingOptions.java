package io.nabla.examples.train;

import io.nabla.examples.config.ConfigTree;
import io.nabla.examples.config.MonitoredSet;
import io.nabla.examples.config.PluginConfig;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.JsonText;
import io.nabla.io.json.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How to learn: the options of {@code nn train} alone. The defaults are those of the book's first experiment. */
final class TrainingOptions {
    private static final String BOOKS_OPTIMIZER = "sgd";
    private static final double BOOKS_LEARNING_RATE = 3.0;
    private static final String OPTIMIZER = "optimizer";
    private static final String REGULARIZER = "regularizer";
    private static final String TRAINING = "training";
    private static final String DATA = "data";
    private static final String LEARNING_RATE = "learning-rate";
    private static final String LAMBDA = "lambda";

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "How often every training image is learned (default: 30).")
    private Integer epochs;

    @Option(
            names = "--mini-batch",
            paramLabel = "N",
            description = "Images in a mini-batch; with more than there are, all are one mini-batch (default: 10).")
    private Integer miniBatch;

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            description = "How weights move, see 'nn plugins' (default: sgd).")
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
            description = "How much large weights are punished; 0 is not at all (default: 0).")
    private Double lambda;

    @Option(names = "--regularizer", paramLabel = "NAME", description = "How they are punished (default: l2).")
    private String regularizer;

    @Option(
            names = "--regularizer-setting",
            paramLabel = "KEY=VALUE",
            split = ",",
            description = "Settings of the regularizer, such as bound=3.0 of max-norm.")
    private Map<String, String> regularizerSettings = new LinkedHashMap<>();

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
            description = "Measure on these sets after each epoch: ${COMPLETION-CANDIDATES} (default: test).")
    private List<MonitoredSet> monitored;

    /**
     * These settings with what is given here.
     *
     * @throws IllegalArgumentException if what is given does not go together
     */
    ConfigTree over(ConfigTree config) {
        ConfigTree changed = config.with("--epochs", epochs, TRAINING, "epochs")
                .with("--mini-batch", miniBatch, TRAINING, "mini-batch")
                .with("--early-stopping", patience, TRAINING, "early-stopping")
                .with("--monitor", monitored, TRAINING, "monitor")
                .with("--train-size", trainSize, DATA, "train-size")
                .with("--validation-share", validationShare, DATA, "validation-share");
        return withRegularizer(withOptimizer(changed));
    }

    /** Another optimizer begins without the settings of the one before, which it may not know. */
    private ConfigTree withOptimizer(ConfigTree config) {
        ConfigTree changed = config;
        if (optimizer != null) {
            boolean isBooks = optimizer.equals(BOOKS_OPTIMIZER);
            if (learningRate == null && !isBooks) {
                throw new IllegalArgumentException(
                        "--optimizer " + optimizer + " needs a --learning-rate, such as 0.001");
            }
            changed = changed.with(OPTIMIZER, named("--optimizer", optimizer))
                    .with("--optimizer", isBooks ? BOOKS_LEARNING_RATE : null, OPTIMIZER, LEARNING_RATE);
        }
        changed = changed.with("--learning-rate", learningRate, OPTIMIZER, LEARNING_RATE);
        if (optimizerSettings.containsKey(LEARNING_RATE)) {
            throw new IllegalArgumentException(
                    "the learning rate is set by --learning-rate, not by --optimizer-setting");
        }
        return changed.withEach("--optimizer-setting", optimizerSettings, OPTIMIZER);
    }

    /** Another regularizer keeps the lambda of the one before, unless it has settings of its own. */
    private ConfigTree withRegularizer(ConfigTree config) {
        if (regularizerSettings.containsKey(LAMBDA)) {
            throw new IllegalArgumentException("lambda is set by --lambda, not by --regularizer-setting");
        }
        boolean isThere = config.root().find(REGULARIZER).isPresent();
        ConfigTree changed = config;
        if (regularizer != null || (lambda != null && !isThere)) {
            changed = changed.with(REGULARIZER, begun(config, regularizer != null ? regularizer : "l2"));
        } else if (!regularizerSettings.isEmpty() && !isThere) {
            throw new IllegalArgumentException(
                    "--regularizer-setting is for a regularizer, but there is none; name it" + " by --regularizer");
        }
        return changed.with("--lambda", lambda, REGULARIZER, LAMBDA)
                .withEach("--regularizer-setting", regularizerSettings, REGULARIZER);
    }

    private JsonObject begun(ConfigTree config, String kind) {
        JsonObject penalty = named("--regularizer", kind);
        Optional<Json> before = config.root()
                .find(REGULARIZER)
                .filter(JsonObject.class::isInstance)
                .flatMap(old -> old.asObject().find(LAMBDA));
        if (lambda != null || !regularizerSettings.isEmpty()) {
            return penalty;
        }
        return penalty.with(
                LAMBDA,
                before.orElseThrow(() -> new IllegalArgumentException("--regularizer " + kind
                        + " needs a --lambda, such as 5.0, or what else it has by --regularizer-setting")));
    }

    private static JsonObject named(String option, String name) {
        Place place = Place.named(option);
        return new JsonObject(place, Map.of(PluginConfig.NAME, new JsonText(place, name)));
    }
}
