package io.nabla.io.onnx;

import io.nabla.core.random.NumpyRandom;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A file as another program exports it, node by node.
 *
 * <p>What a node takes is told in words: {@code input} or another value, {@code -} for what the node before gives, {@code w:3,4} for drawn
 * numbers of a shape ({@code +w:3} for drawn numbers above 0), {@code axis=1} for an attribute.
 */
final class Fixture {
    private final List<Long> inputs;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Tensor> constants = new ArrayList<>();
    private final NumpyRandom random = new NumpyRandom(5);
    private String last = "input";
    private long opset = 17;

    Fixture(long... inputs) {
        this.inputs = Arrays.stream(inputs).boxed().toList();
    }

    Fixture opset(long version) {
        opset = version;
        return this;
    }

    int miniBatch() {
        return 3;
    }

    Fixture node(String operator, String... words) {
        List<String> taken = new ArrayList<>();
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        for (String word : words.length == 0 ? new String[] {"-"} : words) {
            if (word.contains("=")) {
                attributes.put(word.substring(0, word.indexOf('=')), attribute(word.substring(word.indexOf('=') + 1)));
            } else {
                taken.add(word.equals("-") ? last : word.contains(":") ? drawn(word) : word);
            }
        }
        last = operator + nodes.size();
        nodes.add(new Node(operator, "", "n" + (nodes.size() + 1), taken, List.of(last), attributes, 0));
        return this;
    }

    /** Gives what the last node gives a name. */
    Fixture named(String name) {
        Node node = nodes.remove(nodes.size() - 1);
        nodes.add(new Node(node.operator(), "", node.name(), node.inputs(), List.of(name), node.attributes(), 0));
        last = name;
        return this;
    }

    /** A single whole number, as a node. */
    Fixture whole(String name, long number) {
        Tensor list = Tensor.ofWholes("", List.of(number));
        return constant(name, new Tensor("", ElementType.INT64, List.of(), list.data(), 0));
    }

    /** Whole numbers, as a node. */
    Fixture wholes(String name, Long... numbers) {
        return constant(name, Tensor.ofWholes("", List.of(numbers)));
    }

    /** Whole numbers, as a node. */
    Fixture wholes(String name, int... numbers) {
        return wholes(name, Arrays.stream(numbers).mapToObj(n -> (long) n).toArray(Long[]::new));
    }

    /** A single float, as a node. */
    Fixture number(String name, double number) {
        ByteBuffer data = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return constant(
                name,
                new Tensor(
                        "",
                        ElementType.FLOAT,
                        List.of(),
                        data.putFloat((float) number).flip(),
                        0));
    }

    private Fixture constant(String name, Tensor tensor) {
        nodes.add(Node.of("Constant", List.of(), List.of(name), Map.of("value", new Attribute.Constant(tensor))));
        return this;
    }

    private static Attribute attribute(String text) {
        if (text.startsWith("'")) {
            return new Attribute.Text(text.substring(1, text.length() - 1));
        }
        if (text.contains(".")) {
            return new Attribute.Real(Float.parseFloat(text));
        }
        List<Long> numbers =
                Arrays.stream(text.split(",", -1)).map(Long::valueOf).collect(Collectors.toList());
        return text.contains(",") ? new Attribute.Wholes(numbers) : new Attribute.Whole(numbers.get(0));
    }

    private String drawn(String word) {
        boolean isPositive = word.startsWith("+");
        String name = word.substring(isPositive ? 1 : 0, word.indexOf(':'));
        List<Long> shape = Arrays.stream(word.substring(word.indexOf(':') + 1).split(",", -1))
                .map(Long::valueOf)
                .toList();
        int size = shape.stream().mapToInt(Long::intValue).reduce(1, (a, b) -> a * b);
        ByteBuffer data = ByteBuffer.allocate(size * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size; i++) {
            float drawn = (float) (0.4 * random.nextGaussian());
            data.putFloat(isPositive ? 0.5f + drawn * drawn : drawn);
        }
        constants.add(new Tensor(name, ElementType.FLOAT, shape, data.flip(), 0));
        return name;
    }

    Graph graph() {
        List<Long> shape = new ArrayList<>(inputs);
        shape.add(0, GraphValue.ANY);
        List<GraphValue> taken = List.of(new GraphValue("input", ElementType.FLOAT.code(), shape, 0));
        return new Graph(
                taken, List.of(new GraphValue(last, ElementType.FLOAT.code(), List.of(), 0)), nodes, constants);
    }

    Path write(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            Encoding.model(new OnnxModel(opset, "a test", Map.of(), graph())).writeTo(channel);
        }
        return file;
    }
}
