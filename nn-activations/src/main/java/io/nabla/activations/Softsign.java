package io.nabla.activations;

import io.nabla.api.ElementwiseActivation;

/**
 * The softsign σ(z) = z / (1 + |z|): from -1 to 1 as tanh, but much more slowly, so that it saturates late.
 *
 * <pre>{@code
 * Softsign softsign = new Softsign();
 * double a = softsign.value(3);               // 0.75
 * double slope = softsign.derivative(3, a);   // 0.0625
 * }</pre>
 *
 * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">X. Glorot, Y. Bengio, Understanding the difficulty of
 *     training deep feedforward neural networks, 2010</a>
 */
public final class Softsign implements ElementwiseActivation {
    /** The softsign. */
    public Softsign() {}

    @Override
    public String name() {
        return "softsign";
    }

    @Override
    public double value(double z) {
        return z / (1 + Math.abs(z));
    }

    /** 1 / (1 + |z|)². */
    @Override
    public double derivative(double z, double a) {
        double root = 1 / (1 + Math.abs(z));
        return root * root;
    }
}
