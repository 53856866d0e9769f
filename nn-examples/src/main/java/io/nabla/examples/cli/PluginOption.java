package io.nabla.examples.cli;

import io.nabla.api.Plugins;
import io.nabla.guice.PluginLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option of commands that look for plug-ins by name. */
public final class PluginOption {
    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "A folder of plug-in jars to use besides Nabla's own; may be given several times.")
    private List<Path> folders = new ArrayList<>();

    /** The option, not yet set. */
    public PluginOption() {}

    /** The plug-in folders, maybe none. */
    public List<Path> folders() {
        return List.copyOf(folders);
    }

    /** Nabla's own plug-ins and those of the folders. */
    public Plugins load() {
        return PluginLoader.load(folders.toArray(Path[]::new));
    }
}
