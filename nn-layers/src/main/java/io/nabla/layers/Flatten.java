package io.nabla.layers;

import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Shape;

/**
 * A layer to be that gives its inputs, of whatever shape, as one row of numbers; their order stays.
 *
 * <p>A dense layer does so by itself; this one says it, and serves layers that look at the shape.
 *
 * <pre>{@code
 * Layer layer = new Flatten().build(Shape.of(20, 12, 12), kernels);   // gives 2880
 * }</pre>
 */
public record Flatten() implements LayerDescription {
    /** The kind of these layers. */
    static final String KIND = "flatten";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Layer build(Shape inputs, Kernels kernels) {
        return new ReshapeLayer(KIND, inputs, Shape.of(inputs.size()));
    }
}
