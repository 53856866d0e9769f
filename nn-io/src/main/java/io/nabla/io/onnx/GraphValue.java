package io.nabla.io.onnx;

import java.util.List;
import java.util.Objects;

/**
 * What goes into a graph or comes out of it.
 *
 * @param name how nodes call it
 * @param type ONNX's number of the type of its elements
 * @param dimensions its shape, none where it is not told; {@link #ANY} for a dimension that is not fixed, such as that of the mini-batch
 * @param position where in the file it stands; 0 for one that is to be written
 */
record GraphValue(String name, long type, List<Long> dimensions, long position) {
    /** A dimension that is not fixed. */
    static final long ANY = -1;

    /** Keeps its own copy of the dimensions. */
    GraphValue {
        Objects.requireNonNull(name, "name");
        dimensions = List.copyOf(dimensions);
    }
}
