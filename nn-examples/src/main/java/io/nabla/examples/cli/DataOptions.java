package io.nabla.examples.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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

    /** Where the images come from: the folder given, or what the environment offers. */
    public DataSource source(Map<String, String> env) {
        return DataSource.find(Optional.ofNullable(folder), env);
    }
}
