package io.nabla.examples.listing;

import io.nabla.core.NetworkSummary;
import io.nabla.core.random.NumpyRandom;
import io.nabla.examples.cli.ArithmeticOptions;
import io.nabla.examples.cli.ChosenKernels;
import io.nabla.examples.cli.CommonOptions;
import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.ExitCode;
import io.nabla.examples.cli.NetworkOptions;
import io.nabla.examples.cli.NetworkPlan;
import io.nabla.examples.cli.PluginOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nn summary}: what a network is made of, layer by layer, before anybody trains it. */
@Command(
        name = "summary",
        description = "Show each layer of a network: its outputs, how many numbers it learns, and their bytes.",
        sortOptions = false)
public final class SummaryCommand implements Callable<Integer> {
    private final Console console;

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
        NetworkPlan plan = networkOptions.plan(pluginOption.load());
        try (ChosenKernels arithmetic = arithmeticOptions.open()) {
            NetworkSummary summary = NetworkSummary.of(plan.build(arithmetic.kernels(), new NumpyRandom(0)));
            summary.toString().lines().forEach(console::result);
        }
        return ExitCode.OK;
    }
}
