package io.nabla.examples.train;

import io.nabla.api.Clipping;
import io.nabla.api.Cost;
import io.nabla.api.Optimizer;
import io.nabla.api.Plugins;
import io.nabla.api.Regularizer;
import io.nabla.api.Schedule;
import io.nabla.core.Trainer;
import io.nabla.core.TrainerBuilder;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import io.nabla.examples.config.PluginConfig;
import io.nabla.examples.config.RunConfig;
import io.nabla.examples.config.TrainingConfig;
import java.util.Optional;

/**
 * How a run learns, each name looked up.
 *
 * @param training its epochs and portions
 * @param optimizer how weights move
 * @param schedule how the learning rate changes, if it does
 * @param clipping how gradients that are too large are cut, if at all
 * @param regularizer how large weights are punished, if at all
 */
record Learning(
        TrainingConfig training,
        Optimizer optimizer,
        Optional<Schedule> schedule,
        Optional<Clipping> clipping,
        Optional<Regularizer> regularizer) {
    /**
     * How a run learns.
     *
     * @throws IllegalArgumentException if a name is not known, or a plug-in does not take its settings
     */
    static Learning of(RunConfig config, Plugins plugins) {
        Optimizer optimizer = config.optimizer().made(plugins.optimizers(), plugins);
        Optional<Regularizer> regularizer = config.regularizer().flatMap(penalty -> regularizer(penalty, plugins));
        Optional<Schedule> schedule = config.schedule().map(plugin -> plugin.made(plugins.schedules(), plugins));
        Optional<Clipping> clipping = config.clipping().map(plugin -> plugin.made(plugins.clippings(), plugins));
        return new Learning(config.training(), optimizer, schedule, clipping, regularizer);
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
    TrainerBuilder trainer(Cost cost, Score score) {
        TrainerBuilder trainer = Trainer.builder(cost, optimizer)
                .metrics(score.metrics())
                .epochs(training.epochs())
                .miniBatchSize(training.miniBatch())
                .shuffle(new PythonRandom(training.seed()))
                .sampling(new NumpyRandom(training.seed()));
        schedule.ifPresent(trainer::schedule);
        clipping.ifPresent(trainer::clip);
        regularizer.ifPresent(trainer::regularizer);
        training.patience().map(score::earlyStopping).ifPresent(trainer::earlyStopping);
        return trainer;
    }
}
