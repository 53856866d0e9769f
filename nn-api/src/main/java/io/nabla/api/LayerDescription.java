package io.nabla.api;

/**
 * A layer to be: what the user says of it, from which a network builds the {@link Layer} once the shape of its inputs
 * is known.
 *
 * <pre>{@code
 * LayerDescription hidden = new Dense(30, new Sigmoid());
 * Layer layer = hidden.build(Shape.of(784), kernels);   // weights 30 × 784, all zeros until an initializer draws them
 * }</pre>
 */
public interface LayerDescription {
    /** The kind of the layer, such as {@code dense}. */
    String kind();

    /**
     * Builds the layer, its weights and biases all zeros; other parameters start as the layer says.
     *
     * @param inputs the shape of one example that will come in
     * @param kernels the arithmetic and precision of its parameters
     * @throws IllegalArgumentException if the layer cannot take this shape, telling both
     */
    Layer build(Shape inputs, Kernels kernels);
}
