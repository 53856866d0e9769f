package io.nabla.io;

import java.util.List;
import java.util.Objects;

/**
 * What the header of a safetensors file says of one tensor, already checked against the file.
 *
 * @param name such as {@code 1.weights}
 * @param type how its numbers are stored
 * @param shape its dimensions, the last running fastest; none for a single number
 * @param begin where its numbers begin, in bytes from the beginning of all numbers
 * @param end where they end
 * @param position where in the file the header speaks of it
 */
public record TensorInfo(String name, TensorType type, List<Long> shape, long begin, long end, long position) {
    /** Keeps its own copy of the shape. */
    public TensorInfo {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        shape = List.copyOf(shape);
    }

    /** How many numbers it has. */
    public long elements() {
        return (end - begin) / type.precision().bytes();
    }
}
