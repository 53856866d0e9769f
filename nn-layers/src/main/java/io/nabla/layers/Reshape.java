package io.nabla.layers;

import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Shape;
import java.util.Objects;

/**
 * A layer to be that gives its inputs under another shape, such as 784 numbers as an image of 1×28×28; the numbers and their order stay.
 *
 * <p>A dense layer takes inputs of any shape, so nothing needs to be flattened before it.
 *
 * <pre>{@code
 * Network network = Network.builder(784)
 *         .layer(new Reshape(Shape.of(1, 28, 28)))
 *         .layer(new Convolution2d(20, 5, new Relu()))
 *         ...
 * }</pre>
 *
 * @param outputs the shape of what it gives
 */
public record Reshape(Shape outputs) implements LayerDescription {
    /** The kind of these layers. */
    static final String KIND = "reshape";

    /** Checks that the shape is there. */
    public Reshape {
        Objects.requireNonNull(outputs, "outputs");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Layer build(Shape inputs, Kernels kernels) {
        if (inputs.size() != outputs.size()) {
            throw new IllegalArgumentException("a reshape layer gives " + outputs + ", which are " + outputs.size()
                    + " numbers, but gets " + inputs + ", which are " + inputs.size() + "; give both the same number");
        }
        return new ReshapeLayer(KIND, inputs, outputs);
    }
}
