package io.nabla.layers;

import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Shape;

/**
 * A layer of gated recurrent units to be: it reads a sequence step by step and keeps a state h, of which it learns what to keep
 * and what to renew.
 *
 * <p>From T × D inputs, D numbers at each of T steps, it gives the last state, {@code units} numbers, or the states of all steps, T ×
 * units. For the inputs x of a step and the state h before it, which is 0 before the first:
 *
 * <pre>
 * r  = sigmoid(W_r x + b_r + U_r h + c_r)        reset
 * u  = sigmoid(W_u x + b_u + U_u h + c_u)        update
 * n  = tanh(W_n x + b_n + r ⊙ (U_n h + c_n))     new
 * h' = (1 - u) ⊙ n + u ⊙ h
 * </pre>
 *
 * <p>That is PyTorch's form, with the reset behind the product. Parameters, in this order of rows, W, U, b and c: {@code
 * input-weights} (3·units × D), {@code recurrent-weights} (3·units × units), {@code input-biases} and {@code recurrent-biases}
 * (3·units × 1).
 *
 * <p><strong>Price:</strong> the way back goes through time, and since a layer keeps nothing, each of its two halves goes forward first:
 * a training step goes forward three times and back twice.
 *
 * <pre>{@code
 * Network network = Network.builder(50, 8)      // 50 steps of 8 numbers
 *         .layer(new Gru(32, true))             // 50 × 32: the states
 *         .layer(new Gru(32, false))            // 32: the last state
 *         .layer(new Dense(1, new Sigmoid()))
 *         .build(new ByActivation(), new NumpyRandom(42));
 * }</pre>
 *
 * @param units how many numbers the state has, at least 1
 * @param sequences whether the states of all steps come out, or the last alone
 * @see <a href="https://arxiv.org/abs/1406.1078">Cho et al., Learning Phrase Representations using RNN Encoder-Decoder for Statistical
 *     Machine Translation, 2014</a>
 */
public record Gru(int units, boolean sequences) implements LayerDescription {
    /** The kind of these layers. */
    static final String KIND = "gru";

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if there is less than one unit
     */
    public Gru {
        if (units < 1) {
            throw new IllegalArgumentException("a gru layer has at least 1 unit, but got " + units);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /**
     * Builds the layer.
     *
     * @throws IllegalArgumentException if the inputs have not two dimensions
     */
    @Override
    public Layer build(Shape inputs, Kernels kernels) {
        if (inputs.dimensions().size() != 2) {
            throw new IllegalArgumentException(
                    "a gru layer takes inputs of two dimensions, steps × numbers of a step such as 50×8, but got "
                            + inputs);
        }
        return new GruLayer(inputs, this, kernels);
    }
}
