package io.nabla.examples.cli;

import io.nabla.examples.config.ConfigTree;
import io.nabla.examples.config.DataConfig;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of commands that need images. */
public final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder with MNIST's four IDX files, gzip or not (default: the folder in the environment variable"
                            + " NN_MNIST, else what 'nn download mnist' has fetched, else synthetic digits).")
    private Path folder;

    /** The option, not yet set. */
    public DataOptions() {}

    /**
     * These settings with the folder, if one is given.
     *
     * @throws IllegalArgumentException if they name other data than images
     */
    public ConfigTree over(ConfigTree config) {
        return folder == null ? config : config.with("data", DataConfig.withFolder(config, "--data", folder));
    }
}
