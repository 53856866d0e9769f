package io.nabla.examples.cli;

import io.nabla.examples.config.ConfigTree;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of commands that read the settings of a run from a file. */
public final class ConfigOption {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = {
                "A JSON file with the layers of the network and any other setting, see docs/configuration.md.",
                "An option beside it wins over the same setting in it."
            })
    private Path file;

    /** The option, not yet set. */
    public ConfigOption() {}

    /** The file, if one is given. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /**
     * The settings in the file, and those of the book's first experiment where it has none or is not given.
     *
     * @throws UserError if the file is not there, or not JSON
     */
    public ConfigTree read() {
        return file == null ? ConfigTree.book() : UserError.unlessRefused(() -> read(file));
    }

    private static ConfigTree read(Path file) {
        try {
            return ConfigTree.read(file);
        } catch (NoSuchFileException e) {
            throw new UserError(file + ": no such file; --config names a JSON file", e);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + e, e);
        }
    }
}
