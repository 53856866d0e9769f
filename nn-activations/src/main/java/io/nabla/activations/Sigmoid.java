package io.nabla.activations;

import io.nabla.api.Elementary;
import io.nabla.api.ElementaryBackward;
import io.nabla.api.ElementaryFunction;
import io.nabla.api.LogisticActivation;
import io.nabla.api.Matrix;

/**
 * The logistic function σ(z) = 1 / (1 + e⁻ᶻ), the book's neuron: from 0 over 0.5 at z = 0 to 1.
 *
 * <p>It saturates: from z = 37 on, a is exactly 1 and σ′ exactly 0 in double precision. The cross-entropy cost fuses
 * with it, so that an output layer learns there too.
 *
 * <pre>{@code
 * Sigmoid sigmoid = new Sigmoid();
 * double a = sigmoid.value(0);               // 0.5
 * double slope = sigmoid.derivative(0, a);   // 0.25
 * }</pre>
 *
 * @see <a href="http://neuralnetworksanddeeplearning.com/chap1.html">the book, chapter 1, "Sigmoid neurons"</a>
 */
public final class Sigmoid implements LogisticActivation {
    /** The logistic function. */
    public Sigmoid() {}

    @Override
    public String name() {
        return "sigmoid";
    }

    @Override
    public double value(double z) {
        return Elementary.sigmoid(z);
    }

    @Override
    public double derivative(double z, double a) {
        return a * (1 - a);
    }

    @Override
    public Matrix apply(Matrix z) {
        return z.map(ElementaryFunction.SIGMOID);
    }

    @Override
    public Matrix backward(Matrix errorOnA, Matrix z, Matrix a) {
        return errorOnA.zip(a, ElementaryBackward.SIGMOID);
    }
}
