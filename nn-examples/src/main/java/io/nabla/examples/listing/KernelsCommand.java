package io.nabla.examples.listing;

import io.nabla.api.KernelsProvider;
import io.nabla.api.Precision;
import io.nabla.core.kernels.AvailableKernels;
import io.nabla.examples.cli.CommonOptions;
import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nn kernels}: the arithmetics that are there, and why one cannot run. */
@Command(
        name = "kernels",
        description =
                "List the kernels (arithmetic on matrices), the preferred ones first, and whether they can run here.",
        sortOptions = false)
public final class KernelsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    final CommonOptions common = new CommonOptions();

    /** The command, writing to this console. */
    public KernelsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        AvailableKernels available = new AvailableKernels();
        for (KernelsProvider provider : available.providers()) {
            for (Precision precision : Precision.values()) {
                console.result(line(available, provider, precision));
            }
        }
        return ExitCode.OK;
    }

    private static String line(AvailableKernels available, KernelsProvider provider, Precision precision) {
        String state;
        if (provider.kernels(precision).isEmpty()) {
            state = "no: " + provider.whyNot(precision);
        } else if (available.best(precision).name().equals(provider.name())) {
            state = "yes, used unless --kernels names others";
        } else {
            state = "yes";
        }
        return String.format("%-14s %-7s %s", provider.name(), precision, state);
    }
}
