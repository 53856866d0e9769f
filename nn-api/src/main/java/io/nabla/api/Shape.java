package io.nabla.api;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The shape of one example: {@code 784} numbers, or an image of {@code 1×28×28} (channels × height × width).
 *
 * <p>In a {@link Matrix} an example is one column; its elements stand in the order of the shape, the last dimension
 * running fastest.
 *
 * @param dimensions at least one, each positive
 */
public record Shape(List<Integer> dimensions) {
    /**
     * Checks the dimensions.
     *
     * @throws IllegalArgumentException if there is no dimension, one is not positive, or their product overflows
     */
    public Shape {
        dimensions = List.copyOf(Objects.requireNonNull(dimensions, "dimensions"));
        if (dimensions.isEmpty()) {
            throw new IllegalArgumentException("a shape needs at least one dimension");
        }
        long size = 1;
        for (int dimension : dimensions) {
            if (dimension <= 0) {
                throw new IllegalArgumentException("a shape has positive dimensions, but got " + dimensions);
            }
            size *= dimension;
            if (size > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "a shape of " + dimensions + " has more than " + Integer.MAX_VALUE + " elements");
            }
        }
    }

    /** The shape with these dimensions, such as {@code Shape.of(784)} or {@code Shape.of(1, 28, 28)}. */
    public static Shape of(int... dimensions) {
        return new Shape(Arrays.stream(dimensions).boxed().toList());
    }

    /** The number of elements: the product of the dimensions. */
    public int size() {
        int size = 1;
        for (int dimension : dimensions) {
            size *= dimension;
        }
        return size;
    }

    /** The dimensions with × between them: {@code 1×28×28}. */
    @Override
    public String toString() {
        return dimensions.stream().map(String::valueOf).collect(Collectors.joining("×"));
    }
}
