package io.nabla.io.onnx;

import java.util.List;

/**
 * A computation: nodes in an order in which each comes behind those that it needs.
 *
 * @param inputs what goes in
 * @param outputs what comes out
 * @param nodes the operators
 * @param constants the tensors that nodes name, such as weights
 */
record Graph(List<GraphValue> inputs, List<GraphValue> outputs, List<Node> nodes, List<Tensor> constants) {
    /** Keeps its own copies. */
    Graph {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        nodes = List.copyOf(nodes);
        constants = List.copyOf(constants);
    }
}
