package io.nabla.activations;

import io.nabla.api.ElementwiseActivation;

/**
 * No activation at all, σ(z) = z: for the output of a network that predicts any number, or a layer that is only linear.
 *
 * <pre>{@code
 * LayerDescription output = new Dense(1, new Identity());
 * }</pre>
 */
public final class Identity implements ElementwiseActivation {
    /** The identity. */
    public Identity() {}

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public double value(double z) {
        return z;
    }

    @Override
    public double derivative(double z, double a) {
        return 1;
    }
}
