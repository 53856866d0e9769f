package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Shape;
import java.util.List;
import java.util.Objects;

/**
 * A layer to be that adds its inputs to what inner layers make of them: a' = σ(a + F(a)), where F are the inner layers one
 * behind the other, each with its activation.
 *
 * <p>The inner layers need only learn what is to change, and the error goes back past them undiminished; so networks
 * of many layers learn. What F gives must have the shape of what comes in.
 *
 * <p>The parameters are those of the inner layers, the very matrices, with the number of their layer before their names: {@code
 * 1.weights}, {@code 1.biases}, {@code 2.weights}. Inner dropout and batch normalization work as anywhere.
 *
 * <p><strong>Price:</strong> a layer keeps nothing between the ways forth and back, so both halves of the way back, {@code gradient} and
 * {@code backpropagate}, go forward through F first. A training step goes forward three times and back twice: about twice
 * the work of the same layers outside of a residual one, and for each residual layer around another twice as much again. A
 * prediction costs no more.
 *
 * <pre>{@code
 * Network network = Network.builder(784)
 *         .layer(new Dense(64, new Relu()))
 *         .layer(new Residual(new Dense(64, new Relu()), new Dense(64, new Identity())))
 *         .layer(new Dense(10, new Softmax()))
 *         .build(new HeGaussian(), new NumpyRandom(42));
 * }</pre>
 *
 * @param layers F, at least one layer
 * @param activation σ
 * @see <a href="https://arxiv.org/abs/1512.03385">He, Zhang, Ren and Sun, Deep Residual Learning for Image Recognition, 2015</a>
 */
public record Residual(List<LayerDescription> layers, Activation activation) implements LayerDescription {
    /** The kind of these layers. */
    static final String KIND = "residual";

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if there is no inner layer
     */
    public Residual {
        layers = List.copyOf(layers);
        Objects.requireNonNull(activation, "activation");
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a residual layer needs at least 1 inner layer");
        }
    }

    /** With the identity for σ. */
    public Residual(LayerDescription... layers) {
        this(List.of(layers), PassOn.INSTANCE);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /**
     * Builds the layer.
     *
     * @throws IllegalArgumentException if an inner layer cannot take its inputs, or the last gives another shape than comes in
     */
    @Override
    public Layer build(Shape inputs, Kernels kernels) {
        Stack stack = Stack.of(layers, inputs, kernels);
        if (!stack.outputs().equals(inputs)) {
            throw new IllegalArgumentException(
                    "a residual layer adds its inputs to the outputs of its inner layers, but takes " + inputs
                            + " and they give " + stack.outputs() + "; let the last inner layer give " + inputs);
        }
        return new ResidualLayer(inputs, stack, activation);
    }
}
