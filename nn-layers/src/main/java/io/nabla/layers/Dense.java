package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Shape;
import java.util.Objects;

/**
 * A dense (fully connected) layer to be: every input feeds every output, a = σ(w·a + b), as all layers of the book's
 * {@code network.py} do.
 *
 * <p>It takes inputs of any shape, an image's as a plain row of numbers, and gives {@code units} outputs. Its
 * parameters are {@code weights} (units × inputs) and {@code biases} (units × 1).
 *
 * <pre>{@code
 * LayerDescription hidden = new Dense(30, new Sigmoid());
 * Layer layer = hidden.build(Shape.of(1, 28, 28), kernels);   // 784 inputs, 30 outputs
 * Matrix z = layer.weightedInput(x);                          // 30 rows, a column for each of x
 * }</pre>
 *
 * @param units how many outputs it has, at least 1
 * @param activation σ
 */
public record Dense(int units, Activation activation) implements LayerDescription {
    /** The kind of these layers. */
    static final String KIND = "dense";

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if there is less than one unit
     */
    public Dense {
        if (units < 1) {
            throw new IllegalArgumentException("a dense layer has at least 1 unit, but got " + units);
        }
        Objects.requireNonNull(activation, "activation");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Layer build(Shape inputs, Kernels kernels) {
        return new DenseLayer(inputs, units, activation, kernels);
    }
}
