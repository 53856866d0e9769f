package io.nabla.examples.listing;

import io.nabla.api.Catalog;
import io.nabla.api.Named;
import io.nabla.api.Origin;
import io.nabla.api.Plugins;
import io.nabla.examples.cli.CommonOptions;
import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.ExitCode;
import io.nabla.examples.cli.PluginOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nn plugins}: every plug-in with its class and its jar. */
@Command(
        name = "plugins",
        description =
                "List what can be asked for by name: activations, costs, initializers and so on, each with its class"
                        + " and its jar.",
        sortOptions = false)
public final class PluginsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final PluginOption pluginOption = new PluginOption();

    @Mixin
    final CommonOptions common = new CommonOptions();

    /** The command, writing to this console. */
    public PluginsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Plugins plugins = pluginOption.load();
        int width = plugins.catalogs().stream()
                .flatMap(catalog -> catalog.all().stream())
                .mapToInt(plugin -> plugin.name().length())
                .max()
                .orElse(0);
        plugins.catalogs().forEach(catalog -> list(catalog, width));
        return ExitCode.OK;
    }

    private void list(Catalog<? extends Named> catalog, int width) {
        console.result(catalog.kind());
        for (Named plugin : catalog.all()) {
            console.result(
                    "  " + plugin.name() + " ".repeat(width - plugin.name().length()) + "  " + Origin.of(plugin));
        }
    }
}
