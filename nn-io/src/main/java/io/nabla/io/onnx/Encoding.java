package io.nabla.io.onnx;

import io.nabla.io.onnx.Attribute.Constant;
import io.nabla.io.onnx.Attribute.Real;
import io.nabla.io.onnx.Attribute.Text;
import io.nabla.io.onnx.Attribute.Whole;
import io.nabla.io.onnx.Attribute.Wholes;

/**
 * From the records to the messages of ONNX; {@link Decoding} is the way back.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3">the messages and the numbers of their fields</a>
 */
final class Encoding {
    /** The version of the file format, of 2021, which goes with the operators of version 17. */
    private static final int IR_VERSION = 8;

    private Encoding() {}

    static ProtoMessage model(OnnxModel model) {
        ProtoMessage message = new ProtoMessage()
                .whole(1, IR_VERSION)
                .text(2, model.producer())
                .message(7, graph(model.graph()))
                .message(8, new ProtoMessage().text(1, "").whole(2, model.opset()));
        model.texts()
                .forEach((key, text) ->
                        message.message(14, new ProtoMessage().text(1, key).text(2, text)));
        return message;
    }

    private static ProtoMessage graph(Graph graph) {
        ProtoMessage message = new ProtoMessage();
        graph.nodes().forEach(node -> message.message(1, node(node)));
        message.text(2, "network");
        graph.constants().forEach(tensor -> message.message(5, tensor(tensor)));
        graph.inputs().forEach(value -> message.message(11, value(value)));
        graph.outputs().forEach(value -> message.message(12, value(value)));
        return message;
    }

    private static ProtoMessage node(Node node) {
        ProtoMessage message = new ProtoMessage();
        node.inputs().forEach(name -> message.text(1, name));
        node.outputs().forEach(name -> message.text(2, name));
        if (!node.name().isEmpty()) {
            message.text(3, node.name());
        }
        message.text(4, node.operator());
        node.attributes().forEach((name, attribute) -> message.message(5, attribute(name, attribute)));
        if (!node.domain().isEmpty()) {
            message.text(7, node.domain());
        }
        return message;
    }

    private static ProtoMessage attribute(String name, Attribute attribute) {
        ProtoMessage message = new ProtoMessage().text(1, name);
        if (attribute instanceof Real number) {
            message.number(2, number.value()).whole(20, 1);
        } else if (attribute instanceof Whole whole) {
            message.whole(3, whole.value()).whole(20, 2);
        } else if (attribute instanceof Text text) {
            message.text(4, text.value()).whole(20, 3);
        } else if (attribute instanceof Constant constant) {
            message.message(5, tensor(constant.value())).whole(20, 4);
        } else if (attribute instanceof Wholes wholes) {
            wholes.values().forEach(value -> message.whole(8, value));
            message.whole(20, 7);
        } else {
            throw new IllegalArgumentException("attribute '" + name + "' is of a kind that is not written");
        }
        return message;
    }

    private static ProtoMessage tensor(Tensor tensor) {
        ProtoMessage message = new ProtoMessage();
        tensor.dimensions().forEach(dimension -> message.whole(1, dimension));
        return message.whole(2, tensor.type().code()).text(8, tensor.name()).bytes(9, tensor.data());
    }

    private static ProtoMessage value(GraphValue value) {
        ProtoMessage shape = new ProtoMessage();
        for (long dimension : value.dimensions()) {
            shape.message(
                    1,
                    dimension == GraphValue.ANY
                            ? new ProtoMessage().text(2, "batch")
                            : new ProtoMessage().whole(1, dimension));
        }
        ProtoMessage tensor = new ProtoMessage().whole(1, value.type());
        if (!value.dimensions().isEmpty()) {
            tensor.message(2, shape);
        }
        return new ProtoMessage().text(1, value.name()).message(2, new ProtoMessage().message(1, tensor));
    }
}
