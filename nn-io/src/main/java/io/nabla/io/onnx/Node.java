package io.nabla.io.onnx;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * An operator in a graph, with the names of the values that go in and come out; an empty name is a value that is left out.
 *
 * @param operator such as {@code Gemm}
 * @param domain whose operator it is; empty for ONNX's own
 * @param name what messages call it; may be empty
 * @param inputs the names of what goes in
 * @param outputs the names of what comes out
 * @param attributes by their names
 * @param position where in the file it stands, which no other node of the file does; 0 for one that is to be written
 */
record Node(
        String operator,
        String domain,
        String name,
        List<String> inputs,
        List<String> outputs,
        Map<String, Attribute> attributes,
        long position) {
    /** Keeps its own copies. */
    Node {
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(name, "name");
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes)); // one order: one network, one file
    }

    /** The name of the input at a place; empty if there is none. */
    String input(int place) {
        return place < inputs.size() ? inputs.get(place) : "";
    }

    /** The name of the first output; empty if there is none. */
    String output() {
        return outputs.isEmpty() ? "" : outputs.get(0);
    }

    /** One of ONNX's own operators, to be written. */
    static Node of(String operator, List<String> inputs, List<String> outputs, Map<String, Attribute> attributes) {
        return new Node(operator, "", "", inputs, outputs, attributes, 0);
    }
}
