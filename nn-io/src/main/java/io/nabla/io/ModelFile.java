package io.nabla.io;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Plugins;
import io.nabla.api.Precision;
import io.nabla.core.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Trained networks in files: safetensors, with a description of the network in JSON among the file's texts.
 *
 * <pre>{@code
 * ModelFile.write(path, network, description);
 * Model model = ModelFile.read(path, plugins, precision -> new AvailableKernels().best(precision));
 * double[] a = model.network().predictor().predict(x);   // the bits of the network that was written
 * }</pre>
 *
 * <p>A file names layers by their kind and activations by their name, never a class: what it can bring about is what the plug-ins
 * given can do.
 *
 * <p><strong>A file verifies itself.</strong> It keeps a SHA-256 of each tensor and of its texts, and a few inputs, the probes, with
 * what each layer gave for them. Who reads it computes them again and refuses a file of which a byte was changed, or a network that
 * gives other bits than the one that was saved, as with another version of a plug-in; the first layer that differs is named.
 */
public final class ModelFile {
    private ModelFile() {}

    /**
     * Writes a network, replacing a file of the same name once the new one is whole.
     *
     * <p>Its probes are three inputs from a generator with a fixed seed: numbers from -1 to 1, or from 0 to 1 if a layer does not take
     * those, or words for a network that begins with a vocabulary. Running them costs one pass.
     *
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if the network could not be read again: a parameter, or an output for the probes, is NaN or
     *     infinite, naming the layer; the description is of another network, or too long
     */
    public static void write(Path file, Network network, ModelDescription description) throws IOException {
        check(network, description);
        write(file, network, description, ProbeInputs.draw(network, description.network()));
    }

    /**
     * Writes a network with probes of one's own, as for a network that takes no numbers from -1 to 1.
     *
     * @param probes inputs × 1 to 8 examples (fewer for layers of millions of outputs), of the network's precision; they stand in the file for everybody to read
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException as {@link #write(Path, Network, ModelDescription)}
     */
    public static void write(Path file, Network network, ModelDescription description, Matrix probes)
            throws IOException {
        check(network, description);
        checkProbes(network, probes);
        Probes passed = Probes.of(network, probes);
        List<NamedMatrix> matrices = new ArrayList<>(NamedMatrix.of(network));
        matrices.add(Probes.inputs(probes));
        matrices.add(Probes.outputs(network, probes));
        Map<String, String> digests = new LinkedHashMap<>();
        matrices.forEach(named -> digests.put(named.name(), Sha256.of(named.matrix())));
        ModelDescription whole = description.withProvenance(PluginVersions.of(network));
        Map<String, String> texts = new ModelTexts(whole, digests, passed).write();
        checkReadable(file, texts);
        SafetensorsWriter.write(file, texts, matrices);
    }

    private static void check(Network network, ModelDescription description) {
        ModelBuilding.checkDescription(description, network);
        for (NamedMatrix named : NamedMatrix.of(network)) {
            if (!named.matrix().isFinite()) {
                throw new IllegalArgumentException("layer " + named.name().replaceFirst("\\.", ", ")
                        + ", holds NaN or infinity; only a network of finite numbers is saved");
            }
        }
    }

    private static void checkProbes(Network network, Matrix probes) {
        int inputs = network.inputs().size();
        int most = Probes.most(network);
        if (probes.rows() != inputs
                || probes.columns() > most
                || probes.precision() != network.kernels().precision()) {
            throw new IllegalArgumentException("probes are " + inputs + " inputs × 1 to " + most + " examples of "
                    + network.kernels().precision() + ", but got " + probes);
        }
    }

    /** Nothing is written that the reader would refuse: it looks at the texts now, by the limits that it will have then. */
    private static void checkReadable(Path file, Map<String, String> texts) {
        try {
            ModelTexts.read(file, texts);
        } catch (ModelFormatException e) {
            throw new IllegalArgumentException("what would be written could not be read again: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a network, and lets its probes pass through it.
     *
     * @param plugins where the kinds of layers and the activations are looked up
     * @param kernels gives the arithmetic for the precision that the file has
     * @throws ModelFormatException if the file is no model, is damaged, needs a plug-in that is not there, or a layer gives other
     *     outputs for the probes than when it was saved
     * @throws IOException if the file cannot be read
     */
    public static Model read(Path file, Plugins plugins, Function<Precision, Kernels> kernels) throws IOException {
        try (SafetensorsFile tensors = SafetensorsFile.open(file)) {
            ModelTexts texts = ModelTexts.read(file, tensors.metadata());
            ModelDescription description = texts.description();
            ModelBuilding building = new ModelBuilding(file, tensors, description);
            Network network = building.build(plugins, kernels.apply(description.precision()));
            for (NamedMatrix named : NamedMatrix.of(network)) {
                read(file, tensors, named, texts);
            }
            Matrix inputs = building.probeInputs(network);
            read(file, tensors, new NamedMatrix(Probes.INPUTS, inputs, false), texts);
            Matrix outputs = Matrix.zeros(
                    network.kernels(), inputs.rows(), network.outputs().size());
            read(file, tensors, new NamedMatrix(Probes.OUTPUTS, outputs, false), texts);
            checkProbes(file, network, Turned.of(inputs), texts);
            return new Model(description, network);
        }
    }

    private static void read(Path file, SafetensorsFile tensors, NamedMatrix named, ModelTexts texts)
            throws IOException {
        String now = tensors.readDigested(named.name(), named.matrix());
        String saved = texts.digests().getOrDefault(named.name(), "none");
        if (!now.equals(saved)) {
            throw new ModelFormatException(
                    file,
                    tensors.position(named.name()),
                    "tensor " + SafetensorsHeader.quoted(named.name()) + " has the SHA-256 " + now + ", but had "
                            + Sha256.shown(saved)
                            + " when it was saved; the file is damaged, take a sound copy");
        }
    }

    private static void checkProbes(Path file, Network network, Matrix inputs, ModelTexts texts)
            throws ModelFormatException {
        Optional<String> difference;
        try {
            difference = Probes.of(network, inputs).differenceFrom(texts.probes());
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(file, SafetensorsHeader.LENGTH_BYTES, e.getMessage(), e);
        }
        if (difference.isPresent()) {
            String versions =
                    PluginVersions.changed(network, texts.description().provenance());
            throw new ModelFormatException(
                    file,
                    SafetensorsHeader.LENGTH_BYTES,
                    difference.get() + "; "
                            + (versions.isEmpty()
                                    ? "take the plug-ins that it was saved with, or train it anew"
                                    : "take the plug-ins that it was saved with: " + versions));
        }
        if (!texts.probes().outputsSha256().equals(texts.digests().get(Probes.OUTPUTS))) {
            throw new ModelFormatException(
                    file,
                    SafetensorsHeader.LENGTH_BYTES,
                    "tensor '" + Probes.OUTPUTS + "' is not what the last layer gave for the probes");
        }
    }
}
