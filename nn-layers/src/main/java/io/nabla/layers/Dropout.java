package io.nabla.layers;

import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Shape;

/**
 * A layer to be that forgets a share of its inputs in each training step, so that no neuron relies on a few others.
 *
 * <p>In training each input is set to 0 with the probability {@code rate}, drawn anew for every step and example, and the
 * others are divided by 1 - rate, so that their mean stays. Outside of training the inputs pass unchanged. The layer learns
 * nothing, and gives as many outputs as it takes inputs.
 *
 * <pre>{@code
 * Network network = Network.builder(784)
 *         .layer(new Dense(100, new Relu()))
 *         .layer(new Dropout(0.5))
 *         .layer(new Dense(10, new Softmax()))
 *         .build(new HeGaussian(), new NumpyRandom(42));
 * Trainer.builder(cost, optimizer).sampling(new NumpyRandom(43)) ...
 * }</pre>
 *
 * @param rate how probable it is that an input is forgotten: 0 or more, and below 1
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al., Dropout: A Simple Way to Prevent Neural
 *     Networks from Overfitting, 2014</a>; dividing in training instead of multiplying afterwards is their "inverted" form
 * @see <a href="http://neuralnetworksanddeeplearning.com/chap3.html">the book, chapter 3, "Other techniques for
 *     regularization"</a>
 */
public record Dropout(double rate) implements LayerDescription {
    /** The kind of these layers. */
    static final String KIND = "dropout";

    /**
     * Checks the rate.
     *
     * @throws IllegalArgumentException if it is not from 0 to below 1
     */
    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException(
                    "the rate of dropout is 0 or more and below 1, such as 0.5, but got " + rate);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Layer build(Shape inputs, Kernels kernels) {
        return new DropoutLayer(inputs, rate);
    }
}
