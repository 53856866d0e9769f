package io.nabla.io.onnx;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * All that an ONNX file holds, as far as it matters here.
 *
 * @param opset the version of ONNX's operators
 * @param producer the program that has written it, and its version
 * @param texts beside the graph, by their keys
 * @param graph the network
 */
record OnnxModel(long opset, String producer, Map<String, String> texts, Graph graph) {
    /** Keeps its own copy of the texts. */
    OnnxModel {
        Objects.requireNonNull(producer, "producer");
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
        Objects.requireNonNull(graph, "graph");
    }
}
