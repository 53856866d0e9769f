package io.nabla.io.onnx;

import java.util.List;

/** What a node is told beside its inputs. */
sealed interface Attribute {
    /** A float. */
    record Real(float value) implements Attribute {}

    /** A whole number. */
    record Whole(long value) implements Attribute {}

    /** A text. */
    record Text(String value) implements Attribute {}

    /** Whole numbers. */
    record Wholes(List<Long> values) implements Attribute {
        /** Keeps its own copy of the numbers. */
        public Wholes {
            values = List.copyOf(values);
        }
    }

    /** A tensor. */
    record Constant(Tensor value) implements Attribute {}

    /** Anything else, such as a graph in a node, which is refused when somebody asks for it. */
    record Other(long type) implements Attribute {}
}
