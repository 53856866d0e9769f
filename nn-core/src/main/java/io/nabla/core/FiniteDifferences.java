package io.nabla.core;

import io.nabla.api.Cost;
import io.nabla.api.GradientEstimator;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.Parameters;
import io.nabla.api.Sequence;

/**
 * The gradient by its definition: change one parameter a little, and see how the cost changes.
 *
 * <p>This is the other way that chapter 2 of the book weighs backpropagation against. It needs at least one forward
 * pass for every single parameter, and it knows nothing of derivatives: so it is the check of those that do. It changes the parameters while it
 * works and puts back exactly what was there, so nobody else may use the network meanwhile. Running statistics have no
 * gradient: in a training by finite differences they stay where they are.
 *
 * @param scheme how the difference is taken
 * @param epsilon how far a parameter is changed, positive
 */
public record FiniteDifferences(Scheme scheme, double epsilon) implements GradientEstimator {
    /** How a difference is taken. */
    public enum Scheme {
        /** (C(w + ε) - C(w - ε)) / 2ε: two passes a parameter, an error of order ε². */
        CENTRAL,
        /** (C(w + ε) - C(w)) / ε: one pass a parameter, an error of order ε; the book's formula. */
        FORWARD
    }

    /** Checks that epsilon is positive. */
    public FiniteDifferences {
        if (!(epsilon > 0) || Double.isInfinite(epsilon)) {
            throw new IllegalArgumentException("epsilon is positive and finite, but got " + epsilon);
        }
    }

    /** Central differences with an ε that suits doubles. */
    public static FiniteDifferences central() {
        return new FiniteDifferences(Scheme.CENTRAL, 1e-5);
    }

    /** Forward differences with an ε that suits doubles. */
    public static FiniteDifferences forward() {
        return new FiniteDifferences(Scheme.FORWARD, 1e-7);
    }

    /** How many forward passes the gradient of so many parameters takes. */
    public long passes(long parameters) {
        return scheme == Scheme.CENTRAL ? 2 * parameters : parameters + 1;
    }

    @Override
    public double estimate(Sequence<Layer> layers, Cost cost, MiniBatch miniBatch, Sequence<Parameters> nabla) {
        // On the heap: in a trainer's workspace, every one of the many passes would take memory of its own.
        MiniBatch copy = miniBatch.copy();
        double unchanged = cost(layers, cost, copy);
        for (int l = 0; l < layers.size(); l++) {
            Parameters parameters = layers.get(l).parameters();
            for (int p = 0; p < parameters.size(); p++) {
                if (!parameters.get(p).role().isLearned()) {
                    continue;
                }
                Matrix w = parameters.get(p).value();
                Matrix gradient = nabla.get(l).get(p).value();
                for (int i = 0; i < w.size(); i++) {
                    gradient.set(i, gradient.get(i) + derivative(layers, cost, copy, unchanged, w, i));
                }
            }
        }
        return unchanged;
    }

    /**
     * ∂C/∂w of one number.
     *
     * @param unchanged the cost as the parameters are
     * @param w a parameter of one of the layers
     * @param index the place in it, column-major
     */
    double derivative(Sequence<Layer> layers, Cost cost, MiniBatch miniBatch, double unchanged, Matrix w, int index) {
        double kept = w.get(index);
        try {
            // Rounding moves w to a neighbour of w ± ε: what counts is the distance really gone.
            w.set(index, kept + epsilon);
            double right = w.get(index);
            double above = cost(layers, cost, miniBatch);
            if (scheme == Scheme.FORWARD) {
                return (above - unchanged) / (right - kept);
            }
            w.set(index, kept - epsilon);
            double left = w.get(index);
            double below = cost(layers, cost, miniBatch);
            return (above - below) / (right - left);
        } finally {
            w.set(index, kept);
        }
    }

    /** C by one forward pass, summed over the examples. */
    static double cost(Sequence<Layer> layers, Cost cost, MiniBatch miniBatch) {
        Matrix a = miniBatch.x();
        for (Layer layer : layers) {
            a = layer.activation().apply(layer.weightedInput(a));
        }
        return miniBatch.cost(cost, a);
    }
}
