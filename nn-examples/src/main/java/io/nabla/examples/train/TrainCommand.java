package io.nabla.examples.train;

import io.nabla.api.Activation;
import io.nabla.api.Cost;
import io.nabla.api.Dataset;
import io.nabla.api.LogisticActivation;
import io.nabla.api.Matrix;
import io.nabla.api.Plugins;
import io.nabla.api.SoftmaxActivation;
import io.nabla.core.Evaluator;
import io.nabla.core.Fingerprint;
import io.nabla.core.Network;
import io.nabla.core.Trainer;
import io.nabla.core.TrainerBuilder;
import io.nabla.core.TrainingDivergedException;
import io.nabla.core.TrainingHistory;
import io.nabla.core.random.NumpyRandom;
import io.nabla.examples.cli.ArithmeticOptions;
import io.nabla.examples.cli.ChosenKernels;
import io.nabla.examples.cli.CommonOptions;
import io.nabla.examples.cli.ConfigOption;
import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.DataOptions;
import io.nabla.examples.cli.ExitCode;
import io.nabla.examples.cli.JsonOption;
import io.nabla.examples.cli.NetworkOptions;
import io.nabla.examples.cli.NetworkPlan;
import io.nabla.examples.cli.PluginOption;
import io.nabla.examples.cli.RunData;
import io.nabla.examples.cli.SeedOption;
import io.nabla.examples.cli.StopSignal;
import io.nabla.examples.cli.UserError;
import io.nabla.examples.config.ConfigTree;
import io.nabla.examples.config.RunConfig;
import io.nabla.examples.config.SettledConfig;
import io.nabla.examples.config.TrainingConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nn train}: trains a network on images or a table and reports every epoch. */
@Command(
        name = "train",
        description =
                "Train a network, to read digits or to know a column of a table. The defaults are the book's first experiment.",
        sortOptions = false)
public final class TrainCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final ConfigOption configOption = new ConfigOption();

    @Mixin
    private final DataOptions dataOptions = new DataOptions();

    @Mixin
    private final NetworkOptions networkOptions = new NetworkOptions();

    @Mixin
    private final TrainingOptions training = new TrainingOptions();

    @Mixin
    private final SaveOption save = new SaveOption();

    @Mixin
    private final CheckpointOptions checkpointOptions = new CheckpointOptions();

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
        Plugins plugins = pluginOption.load();
        Optional<ResumedRun> resumed = checkpointOptions.open(console);
        ConfigTree tree = UserError.unlessRefused(() -> tree(plugins, resumed));
        RunConfig config = UserError.unlessRefused(() -> RunConfig.of(tree));
        NetworkPlan planned = UserError.unlessRefused(() -> NetworkPlan.of(config.network(), plugins));
        Learning learning = UserError.unlessRefused(() -> Learning.of(config, plugins));
        int seed = config.training().seed();
        save.check();
        try (ChosenKernels arithmetic = ChosenKernels.open(config.arithmetic());
                StopSignal stop = StopSignal.install();
                RunData data = RunData.load(config.data(), console.env(), seed)) {
            Score score = Score.of(data);
            NetworkPlan plan = planned.fittedTo(data.training(), plugins);
            Map<String, Dataset> monitored = monitored(config.training(), data);
            Network network = plan.buildFor(data.training(), arithmetic.kernels(), new NumpyRandom(seed));
            tryCost(plan.cost(), network, data);
            checkOutputs(network, data);

            TrainerBuilder trainer = learning.trainer(plan.cost(), score).stopWhen(stop::isRequested);
            monitored.forEach(trainer::monitor);
            UserError.unlessRefused(trainer::build);
            Optional<RunCheckpoints> checkpoints =
                    checkpointOptions.keeper(resumed, tree.settled(plan.config(), network.inputs()), console);
            RunSettings settings = new RunSettings(
                    config.withNetwork(plan.config()),
                    data,
                    plan,
                    network,
                    arithmetic,
                    pluginOption.folders(),
                    resumed.map(ResumedRun::checkpoint),
                    checkpoints);
            RunReport report = jsonOption.isJson() ? new JsonReport(console.json()) : new TextReport(console);
            trainer.listener(new TrainingProgress(console, report, stop, settings));
            checkpoints.ifPresent(keeper -> keeper.madeBy(trainer));
            save.tryOut(network, settings.config(), data);
            return run(trainer.build(), settings, report, stop);
        }
    }

    /** What a file says, and over it what the options say; of a run that goes on what it began with. */
    private ConfigTree tree(Plugins plugins, Optional<ResumedRun> resumed) {
        ConfigTree config = arithmeticOptions.over(seedOption.over(configOption.read()));
        ConfigTree said = training.over(dataOptions.over(networkOptions.over(config, plugins)));
        return resumed.map(run -> SettledConfig.of(run.config(), said)).orElse(said);
    }

    private static Map<String, Dataset> monitored(TrainingConfig config, RunData data) {
        Map<String, Dataset> sets = new LinkedHashMap<>();
        config.monitored().forEach(set -> sets.put(set.toString(), data.required(set)));
        return sets;
    }

    /** A cost that does not take such outputs, as cross-entropy takes none below 0, says so here for most networks. */
    private static void tryCost(Cost cost, Network network, RunData data) {
        Dataset few = data.training().slice(0, Math.min(10, data.training().size()));
        UserError.unlessRefused(() -> new Evaluator(cost).evaluate(network, few));
    }

    /** Numbers that an output can never give would be learned without a word, and never be met. */
    private static void checkOutputs(Network network, RunData data) {
        Activation sigma = network.layers().get(-1).activation();
        if (!(sigma instanceof LogisticActivation) && !(sigma instanceof SoftmaxActivation)) {
            return;
        }
        Dataset training = data.training();
        int count = Math.min(1_000, training.size());
        Matrix x = Matrix.zeros(network.kernels(), training.inputs().size(), count);
        Matrix y = Matrix.zeros(network.kernels(), training.targets().size(), count);
        training.copyExamples(IntStream.range(0, count).toArray(), 0, x, y);
        for (int i = 0; i < y.size(); i++) {
            if (y.get(i) < 0 || y.get(i) > 1) {
                throw new UserError("the data wants " + (float) y.get(i) + " of an output, but '" + sigma.name()
                        + "' gives 0 to 1 alone; use identity for the last layer (--output identity), with a --learning-rate"
                        + " such as 0.01");
            }
        }
    }

    private int run(Trainer trainer, RunSettings settings, RunReport report, StopSignal stop) {
        Network network = settings.network();
        TrainingConfig config = settings.config().training();
        long start = System.nanoTime();
        try {
            Dataset training = settings.data().training();
            TrainingHistory history = UserError.unlessRefused(() -> settings.resumed()
                    .map(checkpoint -> trainer.resume(network, training, checkpoint))
                    .orElseGet(() -> trainer.train(network, training)));
            double seconds = (System.nanoTime() - start) * 1e-9;
            boolean isInterrupted = history.stopped() && stop.isRequested();
            // A run that was stopped before it had learned anything leaves an older file as it is.
            boolean isSaved = !history.epochs().isEmpty();
            if (isSaved) {
                save.save(network, settings.config(), settings.data());
            }
            report.finished(new RunResult(
                    history,
                    Score.of(settings.data()),
                    config.decisive(),
                    config.epochs(),
                    isInterrupted,
                    seconds,
                    Fingerprint.sha256(network),
                    isSaved ? save.file() : Optional.empty(),
                    settings.checkpoints()));
            return isInterrupted ? ExitCode.INTERRUPTED : ExitCode.OK;
        } catch (TrainingDivergedException e) {
            report.diverged(e);
            throw e;
        }
    }
}
