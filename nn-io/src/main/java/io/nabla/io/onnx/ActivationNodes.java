package io.nabla.io.onnx;

import io.nabla.api.Settings;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.JsonText;
import io.nabla.io.onnx.Attribute.Real;
import io.nabla.io.onnx.Attribute.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * σ as nodes: one where ONNX has it as an operator, some where it is arithmetic.
 *
 * @param graph takes the nodes
 */
record ActivationNodes(GraphBuilder graph) {
    private static final String ACTIVATION = "activation";
    private static final String NAME = "name";

    /**
     * σ of a value.
     *
     * @param layer has the name of σ, or an object of the name and settings; the identity where it has none
     * @param called what messages call the layer
     * @param value z
     * @param shape of z
     * @throws IllegalArgumentException if ONNX has no such function
     */
    String add(JsonObject layer, String called, String value, List<Integer> shape) {
        Optional<Json> activation = layer.find(ACTIVATION);
        if (activation.isEmpty()) {
            return value;
        }
        String name = activation.get() instanceof JsonText text
                ? text.text()
                : activation.get().asObject().get(NAME).asText();
        Settings settings = activation.get() instanceof JsonObject object
                ? object.without(NAME).settings()
                : Settings.of(Map.of());
        return add(name, settings, called, value, shape);
    }

    private String add(String name, Settings settings, String called, String z, List<Integer> shape) {
        settings.onlyKeys(
                switch (name) {
                    case "elu" -> new String[] {"alpha"};
                    case "leaky-relu" -> new String[] {"slope"};
                    default -> new String[0];
                });
        return switch (name) {
            case "identity" -> z;
            case "sigmoid" -> graph.add("Sigmoid", Map.of(), z);
            case "tanh" -> graph.add("Tanh", Map.of(), z);
            case "relu" -> graph.add("Relu", Map.of(), z);
            case "leaky-relu" -> graph.add("LeakyRelu", alpha(settings.number("slope", 0.01)), z);
            case "elu" -> graph.add("Elu", alpha(settings.number("alpha", 1)), z);
            case "selu" -> graph.add("Selu", Map.of(), z); // its numbers are those that the operator has by itself
            case "softplus" -> graph.add("Softplus", Map.of(), z);
            case "softsign" -> graph.add("Softsign", Map.of(), z);
            case "gelu" -> gelu(z);
            case "gelu-tanh" -> geluTanh(z);
            case "silu" -> silu(z);
            case "mish" -> times(z, graph.add("Tanh", Map.of(), graph.add("Softplus", Map.of(), z)));
            case "hard-sigmoid" ->
                graph.add("HardSigmoid", Map.of("alpha", new Real(1 / 6f), "beta", new Real(0.5f)), z);
            case "hard-tanh" -> graph.add("Clip", Map.of(), z, graph.constant(-1), graph.constant(1));
            case "softmax" -> softmax(z, shape);
            default ->
                throw new IllegalArgumentException(called + " has the activation '" + name
                        + "', which ONNX has no operator for; export a network whose activations are Nabla's own");
        };
    }

    private static Map<String, Attribute> alpha(double alpha) {
        return Map.of("alpha", new Real((float) alpha));
    }

    private String times(String a, String b) {
        return graph.add("Mul", Map.of(), a, b);
    }

    private String plus(String a, String b) {
        return graph.add("Add", Map.of(), a, b);
    }

    /** z · sigmoid(z); in doubles z / (1 + e⁻ᶻ), as ONNX Runtime would make of the other an operator that it has for floats alone. */
    private String silu(String z) {
        if (graph.type() == ElementType.FLOAT) {
            return times(z, graph.add("Sigmoid", Map.of(), z));
        }
        String e = graph.add("Exp", Map.of(), graph.add("Neg", Map.of(), z));
        return graph.add("Div", Map.of(), z, plus(e, graph.constant(1)));
    }

    /** z/2 · (1 + erf(z / √2)). */
    private String gelu(String z) {
        String erf = graph.add("Erf", Map.of(), times(z, graph.constant(Math.sqrt(0.5))));
        return times(times(z, graph.constant(0.5)), plus(erf, graph.constant(1)));
    }

    /** z/2 · (1 + tanh(√(2/π) · (z + 0.044715 z³))), with z³ as products. */
    private String geluTanh(String z) {
        String cube = times(times(z, z), z);
        String u = times(plus(z, times(cube, graph.constant(0.044715))), graph.constant(Math.sqrt(2 / Math.PI)));
        return times(times(z, graph.constant(0.5)), plus(graph.add("Tanh", Map.of(), u), graph.constant(1)));
    }

    /** Nabla's softmax is over all outputs of an example, ONNX's over one dimension. */
    private String softmax(String z, List<Integer> shape) {
        Map<String, Attribute> last = Map.of("axis", new Whole(-1));
        if (shape.size() == 1) {
            return graph.add("Softmax", last, z);
        }
        String flat = graph.add("Softmax", last, graph.add("Flatten", Map.of("axis", new Whole(1)), z));
        List<Long> dimensions = new ArrayList<>();
        dimensions.add(0L);
        shape.forEach(dimension -> dimensions.add((long) dimension));
        return graph.add("Reshape", Map.of(), flat, graph.wholes(dimensions));
    }
}
