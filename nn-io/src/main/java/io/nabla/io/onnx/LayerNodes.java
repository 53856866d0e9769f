package io.nabla.io.onnx;

import io.nabla.api.Matrix;
import io.nabla.api.Settings;
import io.nabla.io.NetworkDescription;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonObject;
import io.nabla.io.onnx.Attribute.Real;
import io.nabla.io.onnx.Attribute.Text;
import io.nabla.io.onnx.Attribute.Whole;
import io.nabla.io.onnx.Attribute.Wholes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Layers as nodes, by their kinds and settings.
 *
 * @param graph takes the nodes
 * @param parameters the matrices of all layers by their names in a file, such as {@code 1.weights}
 */
record LayerNodes(GraphBuilder graph, Map<String, Matrix> parameters) {
    /**
     * What has come out so far.
     *
     * @param value its name
     * @param shape of one example
     */
    record Flow(String value, List<Integer> shape) {
        Flow {
            shape = List.copyOf(shape);
        }

        int size() {
            return shape.stream().reduce(1, Math::multiplyExact);
        }
    }

    /**
     * Adds layers one behind the other.
     *
     * @param prefix stands before the numbers of their parameters; empty but in a layer
     * @throws IllegalArgumentException if ONNX has no operator for a layer or its activation
     */
    Flow add(List<JsonObject> layers, String prefix, Flow inputs) {
        Flow flow = inputs;
        for (int l = 1; l <= layers.size(); l++) {
            flow = add(layers.get(l - 1), prefix + l, flow);
        }
        return flow;
    }

    private Flow add(JsonObject layer, String number, Flow a) {
        String kind = NetworkDescription.kind(layer);
        String called = "layer " + number + " (" + kind + ")";
        Settings settings =
                layer.without("kind").without("activation").without("layers").settings();
        Flow z = switch (kind) {
            case "dense" -> dense(settings, number, a);
            case "convolution2d" -> convolution(settings, number, a);
            case "max-pool2d" -> pool("MaxPool", settings, a);
            case "average-pool2d" -> pool("AveragePool", settings, a);
            case "flatten" -> flat(a);
            case "reshape" -> reshaped(settings, a);
            case "dropout" -> a; // forgets in training alone
            case "batch-norm" -> batchNorm(settings, number, a);
            case "layer-norm" -> layerNorm(settings, number, a);
            case "embedding" -> embedding(settings, number, a);
            case "residual" -> residual(layer, number, a);
            case "gru" -> gru(settings, number, a);
            default ->
                throw new IllegalArgumentException(
                        called + " is of a kind that ONNX has no operator for; export a network whose"
                                + " layers are Nabla's own");
        };
        return new Flow(new ActivationNodes(graph).add(layer, called, z.value(), z.shape()), z.shape());
    }

    private Flow dense(Settings settings, String number, Flow a) {
        int units = settings.integer("units");
        Flow row = flat(a);
        String w = graph.rows(number + ".weights", parameter(number, "weights"), units, row.size());
        String b = graph.rows(number + ".biases", parameter(number, "biases"), units);
        return new Flow(graph.add("Gemm", Map.of("transB", new Whole(1)), row.value(), w, b), List.of(units));
    }

    private Flow convolution(Settings settings, String number, Flow a) {
        int filters = settings.integer("filters");
        int kernel = settings.integer("kernel");
        int stride = settings.integer("stride", 1);
        int padding = settings.integer("padding", 0);
        int channels = a.shape().get(0);
        String w = graph.rows(number + ".weights", parameter(number, "weights"), filters, channels, kernel, kernel);
        String b = graph.rows(number + ".biases", parameter(number, "biases"), filters);
        Map<String, Attribute> attributes = Map.of(
                "kernel_shape", square(kernel),
                "strides", square(stride),
                "pads", new Wholes(List.of((long) padding, (long) padding, (long) padding, (long) padding)));
        int height = (a.shape().get(1) + 2 * padding - kernel) / stride + 1;
        int width = (a.shape().get(2) + 2 * padding - kernel) / stride + 1;
        return new Flow(graph.add("Conv", attributes, a.value(), w, b), List.of(filters, height, width));
    }

    private Flow pool(String operator, Settings settings, Flow a) {
        int size = settings.integer("size");
        int stride = settings.integer("stride", size);
        Map<String, Attribute> attributes = Map.of("kernel_shape", square(size), "strides", square(stride));
        int height = (a.shape().get(1) - size) / stride + 1;
        int width = (a.shape().get(2) - size) / stride + 1;
        return new Flow(
                graph.add(operator, attributes, a.value()), List.of(a.shape().get(0), height, width));
    }

    private static Wholes square(long side) {
        return new Wholes(List.of(side, side));
    }

    private Flow flat(Flow a) {
        return a.shape().size() == 1
                ? a
                : new Flow(graph.add("Flatten", Map.of("axis", new Whole(1)), a.value()), List.of(a.size()));
    }

    private Flow reshaped(Settings settings, Flow a) {
        List<Integer> shape = Arrays.stream(settings.text("shape").split("x"))
                .map(Integer::valueOf)
                .toList();
        List<Long> dimensions = new ArrayList<>();
        dimensions.add(0L); // the mini-batch, as it comes in
        shape.forEach(dimension -> dimensions.add((long) dimension));
        return new Flow(graph.add("Reshape", Map.of(), a.value(), graph.wholes(dimensions)), shape);
    }

    private Flow batchNorm(Settings settings, String number, Flow a) {
        int features = a.shape().get(0);
        String[] inputs = {
            a.value(),
            graph.rows(number + ".gamma", parameter(number, "gamma"), features),
            graph.rows(number + ".beta", parameter(number, "beta"), features),
            graph.rows(number + ".running-mean", parameter(number, "running-mean"), features),
            graph.rows(number + ".running-variance", parameter(number, "running-variance"), features)
        };
        return new Flow(graph.add("BatchNormalization", epsilon(settings), inputs), a.shape());
    }

    private Flow layerNorm(Settings settings, String number, Flow a) {
        int size = a.shape().get(a.shape().size() - 1);
        String gamma = graph.rows(number + ".gamma", parameter(number, "gamma"), size);
        String beta = graph.rows(number + ".beta", parameter(number, "beta"), size);
        return new Flow(graph.add("LayerNormalization", epsilon(settings), a.value(), gamma, beta), a.shape());
    }

    private static Map<String, Attribute> epsilon(Settings settings) {
        return Map.of("epsilon", new Real((float) settings.number("epsilon", 1e-5)));
    }

    /** A word's vector is a column here and a row there. */
    private Flow embedding(Settings settings, String number, Flow a) {
        int vocabulary = settings.integer("vocabulary");
        int size = settings.integer("size");
        Matrix w = parameter(number, "weights");
        String vectors = graph.constant(number + ".weights", w::get, vocabulary, size);
        String words = graph.add("Cast", Map.of("to", new Whole(ElementType.INT64.code())), a.value());
        return new Flow(
                graph.add("Gather", Map.of(), vectors, words), List.of(a.shape().get(0), size));
    }

    private Flow residual(JsonObject layer, String number, Flow a) {
        List<JsonObject> inner =
                layer.get("layers").asList().stream().map(Json::asObject).toList();
        Flow f = add(inner, number + ".", a);
        return new Flow(graph.add("Add", Map.of(), a.value(), f.value()), a.shape());
    }

    /** The steps come first there, then the examples; and the gates are those of the update, the reset and the new state. */
    private Flow gru(Settings settings, String number, Flow a) {
        int units = settings.integer("units");
        int steps = a.shape().get(0);
        String x = graph.add("Transpose", examplesAndSteps(), a.value());
        String w = gates(number, "input-weights", units, a.shape().get(1));
        String r = gates(number, "recurrent-weights", units, units);
        Matrix b = parameter(number, "input-biases");
        Matrix c = parameter(number, "recurrent-biases");
        String biases = graph.constant(
                number + ".biases", i -> (i < 3 * units ? b : c).get(rowOfGate(i % (3 * units), units)), 1, 6L * units);
        Map<String, Attribute> attributes = Map.of(
                "hidden_size", new Whole(units),
                "linear_before_reset", new Whole(1),
                "direction", new Text("forward"));
        if (settings.choice("sequences", false)) {
            String states = graph.add("GRU", attributes, x, w, r, biases);
            String flat = graph.add("Squeeze", Map.of(), states, graph.wholes(List.of(1L)));
            return new Flow(graph.add("Transpose", examplesAndSteps(), flat), List.of(steps, units));
        }
        String last = graph.addForSecond("GRU", attributes, x, w, r, biases);
        return new Flow(graph.add("Squeeze", Map.of(), last, graph.wholes(List.of(0L))), List.of(units));
    }

    private static Map<String, Attribute> examplesAndSteps() {
        return Map.of("perm", new Wholes(List.of(1L, 0L, 2L)));
    }

    private String gates(String number, String name, int units, int columns) {
        Matrix matrix = parameter(number, name);
        return graph.constant(
                number + "." + name,
                i -> matrix.get(rowOfGate(i / columns, units), i % columns),
                1,
                3L * units,
                columns);
    }

    private static int rowOfGate(int row, int units) {
        return row < units ? row + units : row < 2 * units ? row - units : row;
    }

    private Matrix parameter(String number, String name) {
        Matrix matrix = parameters.get(number + "." + name);
        if (matrix == null) {
            throw new IllegalArgumentException("the network has no parameter " + number + "." + name
                    + ", which its description asks for; have "
                    + parameters.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return matrix;
    }
}
