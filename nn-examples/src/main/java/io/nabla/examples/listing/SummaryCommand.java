package io.nabla.examples.listing;

import io.nabla.api.Plugins;
import io.nabla.api.Shape;
import io.nabla.core.Network;
import io.nabla.core.NetworkSummary;
import io.nabla.core.random.NumpyRandom;
import io.nabla.examples.cli.ArithmeticOptions;
import io.nabla.examples.cli.ChosenKernels;
import io.nabla.examples.cli.CommonOptions;
import io.nabla.examples.cli.ConfigOption;
import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.ExitCode;
import io.nabla.examples.cli.KernelsOptions;
import io.nabla.examples.cli.NetworkOptions;
import io.nabla.examples.cli.NetworkPlan;
import io.nabla.examples.cli.PluginOption;
import io.nabla.examples.cli.RunData;
import io.nabla.examples.cli.SavedModel;
import io.nabla.examples.cli.UserError;
import io.nabla.examples.config.ConfigTree;
import io.nabla.examples.config.DataConfig;
import io.nabla.examples.config.PluginConfig;
import io.nabla.examples.config.RunConfig;
import io.nabla.io.ModelDescription;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code nn summary}: what a network is made of, layer by layer, before anybody trains it. */
@Command(
        name = "summary",
        description = "Show each layer of a network: its outputs, how many numbers it learns, and their bytes.",
        sortOptions = false)
public final class SummaryCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "MODEL",
            description = "A saved network, instead of one that options or a file describe.")
    private Path model;

    @Mixin
    private final ConfigOption configOption = new ConfigOption();

    @Mixin
    private final NetworkOptions networkOptions = new NetworkOptions();

    @Mixin
    private final ArithmeticOptions arithmeticOptions = new ArithmeticOptions();

    @Mixin
    private final PluginOption pluginOption = new PluginOption();

    @Mixin
    final CommonOptions common = new CommonOptions();

    /** The command, writing to this console. */
    public SummaryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Plugins plugins = pluginOption.load();
        if (model != null) {
            summarize(plugins, model);
            return ExitCode.OK;
        }
        ConfigTree config = UserError.unlessRefused(
                () -> networkOptions.over(arithmeticOptions.over(configOption.read()), plugins));
        RunConfig run = UserError.unlessRefused(() -> RunConfig.of(config));
        NetworkPlan plan = UserError.unlessRefused(() -> NetworkPlan.of(run.network(), plugins));
        Shape inputs = plan.inputs().orElseGet(() -> inputsOf(run.data()));
        try (ChosenKernels arithmetic = ChosenKernels.open(run.arithmetic())) {
            print(plan.build(inputs, arithmetic.kernels(), new NumpyRandom(0)));
        }
        return ExitCode.OK;
    }

    private void summarize(Plugins plugins, Path file) {
        if (configOption.file().isPresent()) {
            throw new UserError("a saved network and --config are two networks; give one of them");
        }
        try (SavedModel saved = SavedModel.read(file, plugins, new KernelsOptions())) {
            print(saved.network());
            ModelDescription description = saved.description();
            console.result("inputs " + saved.network().inputs() + ", " + description.precision() + ", cost "
                    + PluginConfig.of(description.cost()).inWords());
            if (!description.classes().isEmpty()) {
                console.result("classes " + String.join(", ", description.classes()));
            }
            new TreeMap<>(description.provenance()).forEach((key, value) -> console.result(key + " " + value));
        }
    }

    private void print(Network network) {
        NetworkSummary.of(network).toString().lines().forEach(console::result);
    }

    /** A file that does not tell the shape of the inputs has that of its data. */
    private Shape inputsOf(DataConfig data) {
        try (RunData examples = RunData.load(data, console.env(), 0)) {
            return examples.training().inputs();
        }
    }
}
