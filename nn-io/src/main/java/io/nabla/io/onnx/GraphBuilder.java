package io.nabla.io.onnx;

import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** A graph that grows node by node; values and constants get their names here. */
final class GraphBuilder {
    private static final String INPUT = "input";
    private static final String OUTPUT = "output";

    private final ElementType type;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Tensor> constants = new ArrayList<>();

    GraphBuilder(Precision precision) {
        this.type = ElementType.of(precision);
    }

    /** What goes into the graph. */
    String input() {
        return INPUT;
    }

    /** The type of all values that are not whole numbers. */
    ElementType type() {
        return type;
    }

    /** Adds a node with one output, whose name is given back. */
    String add(String operator, Map<String, Attribute> attributes, String... inputs) {
        String output = operator.toLowerCase(Locale.ROOT) + "_" + (nodes.size() + 1);
        nodes.add(Node.of(operator, List.of(inputs), List.of(output), attributes));
        return output;
    }

    /** Adds a node of which only the second output is wanted. */
    String addForSecond(String operator, Map<String, Attribute> attributes, String... inputs) {
        String output = operator.toLowerCase(Locale.ROOT) + "_" + (nodes.size() + 1);
        nodes.add(Node.of(operator, List.of(inputs), List.of("", output), attributes));
        return output;
    }

    /** A parameter row by row, under a shape of as many numbers. */
    String rows(String name, Matrix matrix, long... dimensions) {
        int columns = matrix.columns();
        return constant(name, i -> matrix.get(i / columns, i % columns), dimensions);
    }

    /**
     * A constant.
     *
     * @param numbers each by its place
     * @throws IllegalArgumentException if a number is not finite, or not as a float where it is to be one
     */
    String constant(String name, IntToDoubleFunction numbers, long... dimensions) {
        int size = (int) Arrays.stream(dimensions).reduce(1, Math::multiplyExact);
        ByteBuffer data =
                ByteBuffer.allocate(Math.multiplyExact(size, type.bytes())).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size; i++) {
            double number = numbers.applyAsDouble(i);
            if (type == ElementType.DOUBLE) {
                data.putDouble(number);
            } else {
                data.putFloat((float) number);
            }
            if (!Double.isFinite(type == ElementType.DOUBLE ? number : (float) number)) {
                throw new IllegalArgumentException("parameter " + name + " holds " + number
                        + ", which is no finite number"
                        + (Double.isFinite(number) ? " as a float, as which this model is written" : ""));
            }
        }
        List<Long> shape = Arrays.stream(dimensions).boxed().toList();
        constants.add(new Tensor(name, type, shape, data.flip(), 0));
        return name;
    }

    /** A single number. */
    String constant(double number) {
        return constant("constant_" + (constants.size() + 1), i -> number);
    }

    /** Whole numbers, such as a shape. */
    String wholes(List<Long> numbers) {
        String name = "constant_" + (constants.size() + 1);
        constants.add(Tensor.ofWholes(name, numbers));
        return name;
    }

    /** The graph that gives this value. */
    Graph build(List<Integer> inputs, String value, List<Integer> outputs) {
        boolean isOfNode = nodes.stream().anyMatch(node -> node.outputs().contains(value));
        String last = isOfNode ? value : add("Identity", Map.of(), value);
        List<Node> named = nodes.stream().map(node -> renamed(node, last)).toList();
        return new Graph(List.of(mini(INPUT, inputs)), List.of(mini(OUTPUT, outputs)), named, constants);
    }

    private static Node renamed(Node node, String last) {
        List<String> outputs = node.outputs().stream()
                .map(name -> name.equals(last) ? OUTPUT : name)
                .toList();
        return Node.of(node.operator(), node.inputs(), outputs, node.attributes());
    }

    /** A mini-batch of such examples. */
    private GraphValue mini(String name, List<Integer> shape) {
        List<Long> dimensions = new ArrayList<>();
        dimensions.add(GraphValue.ANY);
        shape.forEach(dimension -> dimensions.add((long) dimension));
        return new GraphValue(name, type.code(), dimensions, 0);
    }
}
