package io.nabla.io.onnx;

import io.nabla.io.ModelFormatException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which nodes give and take which values, and which values are constants.
 *
 * <p>A graph is held against ONNX's rules first: a value is given once, and by a node before those that take it. So no way through
 * it turns in a circle.
 */
final class Wiring {
    private final Path file;
    private final Map<String, Tensor> constants = new HashMap<>();
    private final Map<String, Node> givers = new HashMap<>();
    private final Map<String, List<Node>> takers = new HashMap<>();
    private final Set<String> constantValues = new HashSet<>();
    private final String output;

    private Wiring(Path file, String output) {
        this.file = file;
        this.output = output;
    }

    /**
     * The wires of a graph.
     *
     * @param output the value that the graph gives
     * @throws ModelFormatException if a value is given twice, or taken before it is given
     */
    static Wiring of(Path file, Graph graph, String output) throws ModelFormatException {
        Wiring wiring = new Wiring(file, output);
        for (Tensor tensor : graph.constants()) {
            if (wiring.constants.put(tensor.name(), tensor) != null) {
                throw new ModelFormatException(
                        file, tensor.position(), "tensor " + Decoding.quoted(tensor.name()) + " is there twice");
            }
            wiring.constantValues.add(tensor.name());
        }
        Set<String> known = new HashSet<>(wiring.constants.keySet());
        graph.inputs().forEach(input -> known.add(input.name()));
        for (Node node : graph.nodes()) {
            wiring.add(node, known);
        }
        return wiring;
    }

    private void add(Node node, Set<String> known) throws ModelFormatException {
        boolean isConstant = ConstantFolding.isFoldable(node);
        for (String input : node.inputs()) {
            if (!input.isEmpty() && !known.contains(input)) {
                throw refuse(node, "takes " + Decoding.quoted(input) + ", which no node before it gives");
            }
            if (!input.isEmpty()) {
                List<Node> ofInput = takers.computeIfAbsent(input, name -> new ArrayList<>());
                if (ofInput.isEmpty() || ofInput.get(ofInput.size() - 1).position() != node.position()) {
                    ofInput.add(node);
                }
                isConstant &= constantValues.contains(input) || ConstantFolding.isShape(node);
            }
        }
        for (String given : node.outputs()) {
            if (!given.isEmpty() && !known.add(given)) {
                throw refuse(node, "gives " + Decoding.quoted(given) + ", which is there already");
            }
            if (!given.isEmpty()) {
                givers.put(given, node);
            }
            if (isConstant && !given.isEmpty()) {
                constantValues.add(given);
            }
        }
    }

    /** The refusal of a node. */
    ModelFormatException refuse(Node node, String problem) {
        String called = node.name().isEmpty() ? "" : " " + Decoding.quoted(node.name());
        String operator = Decoding.quoted(node.operator());
        return new ModelFormatException(
                file, node.position(), operator.substring(1, operator.length() - 1) + called + " " + problem);
    }

    /** The value that the graph gives. */
    String output() {
        return output;
    }

    /** Whether a value is the same for all inputs, or tells their shape. */
    boolean isConstant(String value) {
        return constantValues.contains(value);
    }

    /** The constant of this name in the file; null if there is none. */
    Tensor tensor(String name) {
        return constants.get(name);
    }

    /** The node that gives a value; null if there is none. */
    Node giver(String value) {
        return givers.get(value);
    }

    /** The nodes that compute with a value; not those that ask for its shape alone. */
    List<Node> takers(String value) {
        List<Node> nodes = new ArrayList<>();
        for (Node node : takers.getOrDefault(value, List.of())) {
            if (!ConstantFolding.isShape(node)) {
                nodes.add(node);
            }
        }
        return nodes;
    }

    /** The inputs of a node that are no constants. */
    List<String> data(Node node) {
        return node.inputs().stream()
                .filter(input -> !input.isEmpty() && !isConstant(input))
                .toList();
    }
}
