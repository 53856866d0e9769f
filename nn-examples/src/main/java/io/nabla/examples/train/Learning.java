package io.nabla.examples.train;

import io.nabla.api.Cost;
import io.nabla.api.Optimizer;
import io.nabla.api.Plugins;
import io.nabla.api.Regularizer;
import io.nabla.core.Accuracy;
import io.nabla.core.EarlyStopping;
import io.nabla.core.Trainer;
import io.nabla.core.TrainerBuilder;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import io.nabla.examples.config.MonitoredSet;
import io.nabla.examples.config.PluginConfig;
import io.nabla.examples.config.RunConfig;
import io.nabla.examples.config.TrainingConfig;
import java.util.Optional;

/**
 * How a run learns, each name looked up.
 *
 * @param training its epochs and portions
 * @param optimizer how weights move
 * @param regularizer how large weights are punished, if at all
 */
record Learning(TrainingConfig training, Optimizer optimizer, Optional<Regularizer> regularizer) {
    /**
     * How a run learns.
     *
     * @throws IllegalArgumentException if a name is not known, or a plug-in does not take its settings
     */
    static Learning of(RunConfig config, Plugins plugins) {
        Optimizer optimizer = config.optimizer().made(plugins.optimizers(), plugins);
        Optional<Regularizer> regularizer = config.regularizer().flatMap(penalty -> regularizer(penalty, plugins));
        return new Learning(config.training(), optimizer, regularizer);
    }

    /** A penalty of which lambda is 0 is none: the gradient is then not even looked at. */
    private static Optional<Regularizer> regularizer(PluginConfig penalty, Plugins plugins) {
        Regularizer made = penalty.made(plugins.regularizers(), plugins);
        return lambda(penalty) == 0 ? Optional.empty() : Optional.of(made);
    }

    /** How much large weights are punished; not 0 if the regularizer has no setting of that name. */
    static double lambda(PluginConfig penalty) {
        return penalty.settings()
                .find("lambda")
                .map(lambda -> lambda.asNumber("a number", x -> true))
                .orElse(Double.NaN);
    }

    /** A trainer that learns so, with all its randomness from the seed. */
    TrainerBuilder trainer(Cost cost) {
        TrainerBuilder trainer = Trainer.builder(cost, optimizer)
                .epochs(training.epochs())
                .miniBatchSize(training.miniBatch())
                .shuffle(new PythonRandom(training.seed()))
                .sampling(new NumpyRandom(training.seed()));
        regularizer.ifPresent(trainer::regularizer);
        training.patience()
                .ifPresent(epochs -> trainer.earlyStopping(
                        EarlyStopping.greatest(MonitoredSet.VALIDATION.toString(), Accuracy.NAME, epochs)));
        return trainer;
    }
}
