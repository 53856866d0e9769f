package io.nabla.core;

import io.nabla.api.ArraySequence;
import io.nabla.api.Cost;
import io.nabla.api.GradientEstimator;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.Parameters;
import io.nabla.api.Sequence;

/**
 * The backpropagation of the book's chapter 2, for a whole mini-batch at once.
 *
 * <p>One pass forward stores every z and every activation; one pass backward turns the error of the output layer into
 * the errors of the layers before it, and each error into that layer's ∂C/∂b and ∂C/∂w. Layers are counted from the
 * end: {@code get(-1)} is the last, {@code get(-2)} the one before, as in the book's {@code network.py}.
 */
public final class Backpropagation implements GradientEstimator {
    /** Backpropagation has no settings and no state. */
    public Backpropagation() {}

    @Override
    public double estimate(Sequence<Layer> layers, Cost cost, MiniBatch miniBatch, Sequence<Parameters> nabla) {
        Matrix y = miniBatch.y();

        // Forward: z = w·a + b, a = σ(z). The activations begin with the input, so there is one more of them.
        Matrix activation = miniBatch.x();
        ArraySequence<Matrix> zs = new ArraySequence<>();
        ArraySequence<Matrix> activations = new ArraySequence<>();
        activations.add(activation);
        for (Layer layer : layers) {
            Matrix z = layer.weightedInput(activation);
            zs.add(z);
            activation = layer.activation().apply(z);
            activations.add(activation);
        }

        // Backward, the output layer: BP1, then BP3 and BP4.
        Matrix delta = cost.delta(layers.get(-1).activation(), zs.get(-1), activations.get(-1), y);
        miniBatch.weigh(delta); // only where some examples count more than others
        layers.get(-1).gradient(delta, activations.get(-2), nabla.get(-1));

        // Backward, the layers before it: BP2, then BP3 and BP4. Here l = 1 is the last layer, l = 2 the second-last.
        for (int l = 2; l <= layers.size(); l++) {
            Matrix error = layers.get(-l + 1).backpropagate(delta, activations.get(-l));
            delta = layers.get(-l).activation().backward(error, zs.get(-l), activations.get(-l));
            layers.get(-l).gradient(delta, activations.get(-l - 1), nabla.get(-l));
        }
        return miniBatch.cost(cost, activations.get(-1));
    }
}
