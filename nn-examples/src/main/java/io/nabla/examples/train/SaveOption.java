package io.nabla.examples.train;

import io.nabla.api.Precision;
import io.nabla.core.DataDigest;
import io.nabla.core.Fingerprint;
import io.nabla.core.Network;
import io.nabla.examples.cli.RunData;
import io.nabla.examples.cli.UserError;
import io.nabla.examples.cli.Version;
import io.nabla.examples.config.RunConfig;
import io.nabla.io.ModelDescription;
import io.nabla.io.ModelFile;
import io.nabla.io.NetworkDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The option to keep the trained network in a file. */
final class SaveOption {
    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = {
                "Save the trained network in this file (safetensors), for 'nn predict' and 'nn evaluate'.",
                "A file of that name is replaced at the end of the run, never by half a model."
            })
    private Path file;

    /** The file, if the network is to be saved. */
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /**
     * Refuses a place where no file can be written, before a long run begins.
     *
     * @throws UserError if it is a folder, or in none that is there and may be written to
     */
    void check() {
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UserError("--save " + file + " is no file; name one");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UserError("--save " + file + ": its folder does not exist; make it first");
        }
        if (!Files.isWritable(folder)) {
            throw new UserError("--save " + file + ": its folder may not be written to; name another");
        }
    }

    /** Writes the network as it starts to a file beside the wanted one, which is removed: what cannot be saved is seen before a long run. */
    void tryOut(Network network, RunConfig config, RunData data) {
        if (file == null) {
            return;
        }
        try {
            Path trial = Files.createTempFile(file.toAbsolutePath().getParent(), "trial", ".safetensors");
            try {
                write(trial, network, config, data);
            } finally {
                Files.deleteIfExists(trial);
            }
        } catch (IOException e) {
            throw new UserError("--save " + file + ": nothing can be written there: " + e.getMessage(), e);
        }
    }

    /** Saves the network, if that is wanted. */
    void save(Network network, RunConfig config, RunData data) {
        if (file != null) {
            write(file, network, config, data);
        }
    }

    private static void write(Path file, Network network, RunConfig config, RunData data) {
        Precision precision = network.kernels().precision();
        ModelDescription description = new ModelDescription(
                new NetworkDescription(network.inputs(), config.network().layers()),
                precision,
                config.network().cost().json(),
                data.preprocessing(),
                data.classes(),
                provenance(network, config, data));
        try {
            ModelFile.write(file, network, description);
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError("the network cannot be saved: " + e.getMessage(), e);
        }
    }

    /** No path is among it, since a model may go where the names of its author's folders should not. */
    private static Map<String, String> provenance(Network network, RunConfig config, RunData data) {
        Map<String, String> provenance = new TreeMap<>();
        provenance.put("nabla", Version.number());
        provenance.put("seed", String.valueOf(config.training().seed()));
        provenance.put("training-data", DataDigest.of(data.training()));
        provenance.put("training-examples", String.valueOf(data.training().size()));
        provenance.put("initializer", config.network().initializer().inWords());
        provenance.put("optimizer", config.optimizer().inWords());
        config.schedule().ifPresent(schedule -> provenance.put("schedule", schedule.inWords()));
        config.clipping().ifPresent(clipping -> provenance.put("clipping", clipping.inWords()));
        config.regularizer().ifPresent(penalty -> provenance.put("regularizer", penalty.inWords()));
        provenance.put("mini-batch", String.valueOf(config.training().miniBatch()));
        provenance.put("epochs", String.valueOf(config.training().epochs()));
        provenance.put("weights-sha256", Fingerprint.sha256(network));
        return provenance;
    }
}
