package io.nabla.io.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;

/**
 * A constant tensor.
 *
 * @param name how nodes call it
 * @param type of its elements
 * @param dimensions the last running fastest; none for a single number
 * @param data the elements, little-endian, from the position to the limit
 * @param position where in the file it stands; 0 for one that is to be written
 */
record Tensor(String name, ElementType type, List<Long> dimensions, ByteBuffer data, long position) {
    /** Keeps its own copy of the dimensions and its own view of the data. */
    Tensor {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        dimensions = List.copyOf(dimensions);
        data = data.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Whole numbers, such as a shape; in one dimension. */
    static Tensor ofWholes(String name, List<Long> numbers) {
        ByteBuffer data = ByteBuffer.allocate(numbers.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        numbers.forEach(data::putLong);
        return new Tensor(name, ElementType.INT64, List.of((long) numbers.size()), data.flip(), 0);
    }

    /** How many elements it has. */
    int size() {
        return data.limit() / type.bytes();
    }

    /** An element by its place, as a number; whole numbers beyond 2⁵³ are rounded. */
    double number(int index) {
        return switch (type) {
            case FLOAT -> data.getFloat(index * Float.BYTES);
            case DOUBLE -> data.getDouble(index * Double.BYTES);
            default -> whole(index);
        };
    }

    /** An element of a tensor of whole numbers. */
    long whole(int index) {
        return switch (type) {
            case INT32 -> data.getInt(index * Integer.BYTES);
            case INT64 -> data.getLong(index * Long.BYTES);
            case BOOL -> data.get(index);
            default -> throw new IllegalStateException(name + " holds " + type + ", no whole numbers");
        };
    }

    /** The same tensor under another name. */
    Tensor named(String other) {
        return new Tensor(other, type, dimensions, data, position);
    }
}
