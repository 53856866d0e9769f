package io.nabla.examples.cli;

import io.nabla.examples.config.ConfigTree;
import io.nabla.examples.config.DataConfig;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of commands that learn from data. */
public final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder with MNIST's four IDX files, gzip or not (default: the folder in the environment variable"
                            + " NN_MNIST, else what 'nn download mnist' has fetched, else synthetic digits).")
    private Path folder;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Learn from a table instead: a CSV file whose first line names the columns.")
    private Path csv;

    @Option(names = "--target", paramLabel = "COLUMN", description = "The column of the table to be learned.")
    private String target;

    /** The options, not yet set. */
    public DataOptions() {}

    /**
     * These settings with what is given here.
     *
     * @throws IllegalArgumentException if they name other data
     */
    public ConfigTree over(ConfigTree config) {
        if (csv != null && folder != null) {
            throw new IllegalArgumentException("--data and --csv are different data; give one of them");
        }
        ConfigTree changed = folder == null ? config : DataConfig.withFolder(config, "--data", folder);
        changed = csv == null ? changed : DataConfig.withTable(changed, "--csv", csv);
        if (target != null && !DataConfig.isTable(changed)) {
            throw new IllegalArgumentException("--target is the column of a table; name its file by --csv");
        }
        return changed.with("--target", target, "data", "target");
    }
}
