package io.nabla.io.onnx;

import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.Network;
import io.nabla.io.ModelDescription;
import io.nabla.io.NamedMatrix;
import io.nabla.io.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes a network as an ONNX file, which ONNX Runtime and others run.
 *
 * <pre>{@code
 * Precision precision = OnnxWriter.write(path, model.network(), model.description());
 * }</pre>
 *
 * <p>In Python, {@code onnxruntime.InferenceSession(path).run(None, {"input": x})} then gives the outputs, for x of the shape
 * examples × inputs. The number of examples is free. The file is of opset 17, which programs since 2022 read.
 *
 * <p>All layers and activations that Nabla comes with are written. A layer forgets what matters in training alone: dropout is not
 * there, and batch normalization goes by its running averages. An embedding there takes the whole part of its inputs, and does not
 * refuse what is no whole number. How what a user has becomes inputs, and the names of the classes, stand among the file's texts
 * ({@code nabla.preprocessing} and {@code nabla.classes}).
 *
 * <p><strong>Precision:</strong> a network of floats is written in floats. One of doubles is written in doubles if ONNX Runtime has them for
 * all of its operators, otherwise as a whole in floats, since
 * the file could not be run else ({@link #inFloatsBecauseOf}).
 */
public final class OnnxWriter {
    static final int OPSET = 17;
    static final String PRODUCER = "Nabla";

    private static final long MAX_BYTES = Integer.MAX_VALUE;

    /** Operators that ONNX Runtime 1.29 or not much older versions compute in floats alone. */
    private static final Set<String> FLOATS_ALONE = Set.of(
            "AveragePool", "Conv", "Elu", "Erf", "GRU", "HardSigmoid", "LeakyRelu", "Selu", "Softplus", "Softsign");

    private OnnxWriter() {}

    /**
     * Writes a file, which replaces one of the same name only when it is whole.
     *
     * @return the precision of the numbers in the file
     * @throws IllegalArgumentException if ONNX has no operator for a layer or an activation, naming it; if a parameter is not finite, or
     *     the file would have more than the 2 GB that a file of protobuf may have
     * @throws IOException if the file cannot be written
     */
    public static Precision write(Path file, Network network, ModelDescription description) throws IOException {
        OnnxModel model = model(network, description);
        ProtoMessage message = Encoding.model(model);
        if (message.size() > MAX_BYTES) {
            throw new IllegalArgumentException("the file would have " + message.size()
                    + " bytes, but a file of ONNX has at most " + MAX_BYTES + "; export a smaller network");
        }
        WholeFile.write(file, message::writeTo);
        return model.graph().inputs().get(0).type() == ElementType.DOUBLE.code() ? Precision.DOUBLE : Precision.FLOAT;
    }

    /**
     * Why a network of doubles is written in floats: the operators of its file that ONNX Runtime has for floats alone; none where it is
     * written as it is.
     *
     * @throws IllegalArgumentException if ONNX has no operator for a layer or an activation
     */
    public static Set<String> inFloatsBecauseOf(Network network, ModelDescription description) {
        if (description.precision() == Precision.FLOAT) {
            return Set.of();
        }
        Set<String> operators = new TreeSet<>();
        graph(network, description, Precision.DOUBLE).nodes().forEach(node -> operators.add(node.operator()));
        operators.retainAll(FLOATS_ALONE);
        return operators;
    }

    private static OnnxModel model(Network network, ModelDescription description) {
        boolean isInFloats = description.precision() == Precision.FLOAT
                || !inFloatsBecauseOf(network, description).isEmpty();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(Texts.PREPROCESSING, description.preprocessing().write());
        texts.put(Texts.CLASSES, Texts.classes(description.classes()));
        Graph graph = graph(network, description, isInFloats ? Precision.FLOAT : Precision.DOUBLE);
        return new OnnxModel(OPSET, PRODUCER, texts, graph);
    }

    private static Graph graph(Network network, ModelDescription description, Precision precision) {
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        NamedMatrix.of(network).forEach(named -> parameters.put(named.name(), named.matrix()));
        GraphBuilder graph = new GraphBuilder(precision);
        List<Integer> inputs = network.inputs().dimensions();
        LayerNodes.Flow outputs = new LayerNodes(graph, parameters)
                .add(description.network().layers(), "", new LayerNodes.Flow(graph.input(), inputs));
        return graph.build(inputs, outputs.value(), outputs.shape());
    }
}
