package io.nabla.io.onnx;

import io.nabla.api.Activation;
import io.nabla.api.Kernels;
import io.nabla.api.Plugins;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.Network;
import io.nabla.io.Model;
import io.nabla.io.ModelDescription;
import io.nabla.io.ModelFormatException;
import io.nabla.io.NamedMatrix;
import io.nabla.io.NetworkDescription;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Reads networks from ONNX files, such as PyTorch and Keras export them.
 *
 * <pre>{@code
 * Model model = OnnxReader.read(path, plugins, precision -> new AvailableKernels().best(precision));
 * ModelFile.write(saved, model.network(), model.description());
 * }</pre>
 *
 * <p>Read are chains of dense, convolutional, pooling, normalization, dropout and reshaping operators with their activations, also an
 * activation that is written as arithmetic, and residual layers. An activation belongs to the layer before it here: behind a
 * pooling of maxima it changes places with it, where it never falls. A first transposition or reshaping of the inputs is left out: the network
 * takes what comes out of it, as of images channels × height × width. Anything else is refused by name. The network computes in the
 * precision of the file's inputs.
 *
 * <p>What an ONNX file does not say is assumed: inputs are pixels divided by 256, unless Nabla itself has written the file and said otherwise;
 * outputs have no names, or those of their numbers behind a softmax; the cost is log-likelihood behind a softmax, cross-entropy
 * behind a sigmoid, otherwise quadratic.
 *
 * <p>The file is not trusted. It is read into memory as it is, at most 2 GB; a network takes no more numbers than there are in
 * the file, and a bounded number besides. Files with tensors outside of them are refused.
 */
public final class OnnxReader {
    /** The most inputs of a network: an image of 4096 × 4096. */
    private static final long MAX_INPUTS = 1 << 24;

    /** Numbers that a network may have beyond those of the file, as where layers share small tensors. */
    private static final long FREE_NUMBERS = 1 << 20;

    private OnnxReader() {}

    /**
     * Reads a network.
     *
     * @param plugins where layers and activations are looked up
     * @param kernels gives the arithmetic for the precision of the file
     * @throws ModelFormatException if the file is no ONNX model, or one of other layers than are read
     * @throws IOException if the file cannot be read
     */
    public static Model read(Path file, Plugins plugins, Function<Precision, Kernels> kernels) throws IOException {
        return read(file, plugins, kernels, false);
    }

    /**
     * Reads a network whose outputs are to be probabilities: one that ends in sums alone, as PyTorch's cross-entropy wants them, gets a
     * softmax behind its last layer, and logarithms of probabilities become probabilities.
     *
     * @param plugins where layers and activations are looked up
     * @param kernels gives the arithmetic for the precision of the file
     * @throws ModelFormatException if the file is no ONNX model, or one of other layers than are read
     * @throws IOException if the file cannot be read
     */
    public static Model readClassifier(Path file, Plugins plugins, Function<Precision, Kernels> kernels)
            throws IOException {
        return read(file, plugins, kernels, true);
    }

    private static Model read(Path file, Plugins plugins, Function<Precision, Kernels> kernels, boolean isClassifier)
            throws IOException {
        ByteBuffer bytes = bytes(file);
        OnnxModel onnx = Decoding.model(file, bytes);
        GraphValue input = input(file, onnx.graph());
        LayerChain chain = chain(file, onnx, input, plugins, isClassifier);
        Precision precision = input.type() == ElementType.DOUBLE.code() ? Precision.DOUBLE : Precision.FLOAT;
        checkSize(file, chain.layers(), bytes.limit());
        try {
            NetworkDescription description = new NetworkDescription(
                    new Shape(chain.inputs()),
                    chain.layers().stream().map(ReadLayer::json).toList());
            Network network = description.buildZeroed(plugins, kernels.apply(precision));
            ModelDescription described = described(description, precision, onnx, network);
            fill(file, network, chain.layers());
            return new Model(described, network);
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(file, input.position(), e.getMessage(), e);
        }
    }

    private static ByteBuffer bytes(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new ModelFormatException(file, 0, "is no ONNX file but a folder, or something else");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() > Integer.MAX_VALUE - 8) {
                throw new ModelFormatException(file, 0, "has " + channel.size() + " bytes, but at most 2 GB are read");
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
            while (bytes.hasRemaining()) {
                if (channel.read(bytes) < 0) {
                    throw new ModelFormatException(file, bytes.position(), "the file ends here, earlier than it was");
                }
            }
            return bytes.flip();
        }
    }

    /** The one input; constants may be among them in older files. */
    private static GraphValue input(Path file, Graph graph) throws ModelFormatException {
        List<GraphValue> inputs = new ArrayList<>(graph.inputs());
        Set<String> constants = new HashSet<>();
        graph.constants().forEach(tensor -> constants.add(tensor.name()));
        inputs.removeIf(value -> constants.contains(value.name()));
        if (inputs.size() != 1 || graph.outputs().size() != 1) {
            throw new ModelFormatException(
                    file,
                    0,
                    "the graph has " + inputs.size() + " inputs and "
                            + graph.outputs().size() + " outputs; one of each is read");
        }
        GraphValue input = inputs.get(0);
        boolean isOfNumbers = input.type() == ElementType.FLOAT.code() || input.type() == ElementType.DOUBLE.code();
        List<Long> dimensions = input.dimensions();
        double size = dimensions.stream().skip(1).mapToDouble(n -> n).reduce(1, (a, b) -> a * b);
        boolean isFixed = dimensions.stream().skip(1).allMatch(n -> n >= 1);
        if (!isOfNumbers || dimensions.size() < 2 || !isFixed || size > MAX_INPUTS) {
            throw new ModelFormatException(
                    file,
                    input.position(),
                    "input " + Decoding.quoted(input.name()) + " has the shape " + dimensions + " and ONNX's type "
                            + input.type() + "; floats or doubles are read, examples × a fixed shape of at most "
                            + MAX_INPUTS + " numbers");
        }
        return input;
    }

    private static LayerChain chain(Path file, OnnxModel onnx, GraphValue input, Plugins plugins, boolean isClassifier)
            throws ModelFormatException {
        String output = onnx.graph().outputs().get(0).name();
        Wiring wiring = Wiring.of(file, onnx.graph(), output);
        GraphFacts facts = new GraphFacts(file, onnx, input, wiring, plugins.activations(), isClassifier);
        List<Integer> shape =
                input.dimensions().stream().skip(1).map(Math::toIntExact).toList();
        LayerChain chain = new LayerChain(facts, input.name(), Layout.of(shape), 0, LayerChain.NONE);
        chain.walkTo(output);
        if (isClassifier) {
            chain.endInSoftmax();
        }
        if (chain.layers().isEmpty() || !chain.layout().isSame()) {
            throw facts.refuse(
                    chain.layers().isEmpty()
                            ? "the graph has no layers"
                            : "the graph gives its outputs with the channels last; export it with them first");
        }
        return chain;
    }

    /** Layers may share tensors, but not so that a small file becomes a large network. */
    private static void checkSize(Path file, List<ReadLayer> layers, long bytes) throws ModelFormatException {
        long numbers = 0;
        for (ReadLayer layer : layers) {
            for (Numbers parameter : layer.parameters().values()) {
                numbers += parameter.tensor().size();
                if (numbers > FREE_NUMBERS + bytes / Float.BYTES) {
                    throw new ModelFormatException(
                            file,
                            parameter.tensor().position(),
                            "the layers share tensors so often that the network would have more numbers than the file");
                }
            }
        }
    }

    private static void fill(Path file, Network network, List<ReadLayer> layers) throws ModelFormatException {
        for (NamedMatrix named : NamedMatrix.of(network)) {
            int dot = named.name().indexOf('.');
            int layer = Integer.parseInt(named.name().substring(0, dot));
            Numbers numbers =
                    layers.get(layer - 1).parameters().get(named.name().substring(dot + 1));
            if (numbers != null) {
                numbers.copyTo(named.matrix(), file);
            }
        }
    }

    private static ModelDescription described(
            NetworkDescription description, Precision precision, OnnxModel onnx, Network network) {
        Activation last = network.layers().get(-1).activation();
        boolean isSoftmax = last.name().equals("softmax");
        List<String> classes = Texts.classes(onnx.texts());
        if (classes.isEmpty() && isSoftmax) {
            classes = IntStream.range(0, network.outputs().size())
                    .mapToObj(String::valueOf)
                    .toList();
        }
        String cost = isSoftmax ? "log-likelihood" : last.name().equals("sigmoid") ? "cross-entropy" : "quadratic";
        return new ModelDescription(
                description,
                precision,
                new JsonObject(Place.named("cost"), Map.of("name", ReadLayer.text(cost))),
                Texts.preprocessing(onnx.texts()),
                classes,
                Map.of("producer", Decoding.quoted(onnx.producer())));
    }
}
