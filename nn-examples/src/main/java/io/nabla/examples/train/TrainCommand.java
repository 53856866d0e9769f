package io.nabla.examples.train;

import io.nabla.api.Cost;
import io.nabla.api.Dataset;
import io.nabla.api.Optimizer;
import io.nabla.api.Plugins;
import io.nabla.api.Regularizer;
import io.nabla.core.Evaluator;
import io.nabla.core.Fingerprint;
import io.nabla.core.Network;
import io.nabla.core.Trainer;
import io.nabla.core.TrainerBuilder;
import io.nabla.core.TrainingDivergedException;
import io.nabla.core.TrainingHistory;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import io.nabla.examples.cli.ArithmeticOptions;
import io.nabla.examples.cli.ChosenKernels;
import io.nabla.examples.cli.CommonOptions;
import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.DataOptions;
import io.nabla.examples.cli.ExitCode;
import io.nabla.examples.cli.ImageData;
import io.nabla.examples.cli.JsonOption;
import io.nabla.examples.cli.NetworkOptions;
import io.nabla.examples.cli.NetworkPlan;
import io.nabla.examples.cli.PluginOption;
import io.nabla.examples.cli.SeedOption;
import io.nabla.examples.cli.StopSignal;
import io.nabla.examples.cli.UserError;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nn train}: trains a network on images and reports every epoch. */
@Command(
        name = "train",
        description = "Train a network of dense layers to read digits. The defaults are the book's first experiment.",
        sortOptions = false)
public final class TrainCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final DataOptions dataOptions = new DataOptions();

    @Mixin
    private final NetworkOptions networkOptions = new NetworkOptions();

    @Mixin
    private final TrainingOptions training = new TrainingOptions();

    @Mixin
    private final ArithmeticOptions arithmeticOptions = new ArithmeticOptions();

    @Mixin
    private final SeedOption seedOption = new SeedOption();

    @Mixin
    private final PluginOption pluginOption = new PluginOption();

    @Mixin
    private final JsonOption jsonOption = new JsonOption();

    @Mixin
    final CommonOptions common = new CommonOptions();

    /** The command, writing to this console. */
    public TrainCommand(Console console) {
        this.console = console;
    }

    /** Everything that can be refused is looked at before the first line is written. */
    @Override
    public Integer call() {
        training.check();
        int seed = seedOption.seed();
        Plugins plugins = pluginOption.load();
        NetworkPlan plan = networkOptions.plan(plugins);
        Optimizer optimizer = training.optimizer(plugins);
        Optional<Regularizer> regularizer = training.regularizer(plugins);
        try (ChosenKernels arithmetic = arithmeticOptions.open();
                StopSignal stop = StopSignal.install()) {
            ImageData data = training.load(dataOptions.source(console.env()), seed);
            plan.checkFits(data.training());
            Network network = plan.build(arithmetic.kernels(), new NumpyRandom(seed));
            tryCost(plan.cost(), network, data);

            RunReport report = jsonOption.isJson() ? new JsonReport(console.json()) : new TextReport(console);
            TrainerBuilder trainer = Trainer.builder(plan.cost(), optimizer)
                    .epochs(training.epochs())
                    .miniBatchSize(training.miniBatch())
                    .shuffle(new PythonRandom(seed))
                    .sampling(new NumpyRandom(seed))
                    .listener(new TrainingProgress(console, report, stop))
                    .stopWhen(stop::isRequested);
            regularizer.ifPresent(trainer::regularizer);
            training.earlyStopping().ifPresent(trainer::earlyStopping);
            training.monitored().forEach(set -> trainer.monitor(set.toString(), set.of(data)));

            report.started(new RunSettings(data, plan, training, arithmetic, seed, pluginOption.folders()));
            return run(trainer.build(), network, data, report, stop);
        }
    }

    /** A cost that does not take such outputs, as cross-entropy takes none below 0, says so here for most networks. */
    private static void tryCost(Cost cost, Network network, ImageData data) {
        Dataset few = data.training().slice(0, Math.min(10, data.training().size()));
        UserError.unlessRefused(() -> new Evaluator(cost).evaluate(network, few));
    }

    private int run(Trainer trainer, Network network, ImageData data, RunReport report, StopSignal stop) {
        long start = System.nanoTime();
        try {
            TrainingHistory history = UserError.unlessRefused(() -> trainer.train(network, data.training()));
            double seconds = (System.nanoTime() - start) * 1e-9;
            report.finished(new RunResult(
                    history, training.decisive(), training.epochs(), seconds, Fingerprint.sha256(network)));
            return history.stopped() && stop.isRequested() ? ExitCode.INTERRUPTED : ExitCode.OK;
        } catch (TrainingDivergedException e) {
            report.diverged(e);
            throw e;
        }
    }
}
