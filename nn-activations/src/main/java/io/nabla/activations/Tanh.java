package io.nabla.activations;

import io.nabla.api.Elementary;
import io.nabla.api.ElementaryBackward;
import io.nabla.api.ElementaryFunction;
import io.nabla.api.ElementwiseActivation;
import io.nabla.api.Matrix;

/**
 * The hyperbolic tangent σ(z) = tanh z = (eᶻ - e⁻ᶻ) / (eᶻ + e⁻ᶻ): from -1 over 0 at z = 0 to 1.
 *
 * <p>It is the sigmoid, stretched to outputs of both signs: tanh z = 2·sigmoid(2z) - 1.
 *
 * <pre>{@code
 * Tanh tanh = new Tanh();
 * double a = tanh.value(0.5);               // 0.4621...
 * double slope = tanh.derivative(0.5, a);   // 1 - a²
 * }</pre>
 *
 * @see <a href="http://neuralnetworksanddeeplearning.com/chap3.html">
 *     the book, chapter 3, "Other models of artificial neuron"</a>
 */
public final class Tanh implements ElementwiseActivation {
    /** The hyperbolic tangent. */
    public Tanh() {}

    @Override
    public String name() {
        return "tanh";
    }

    @Override
    public double value(double z) {
        return Elementary.tanh(z);
    }

    @Override
    public double derivative(double z, double a) {
        return 1 - a * a;
    }

    @Override
    public Matrix apply(Matrix z) {
        return z.map(ElementaryFunction.TANH);
    }

    @Override
    public Matrix backward(Matrix errorOnA, Matrix z, Matrix a) {
        return errorOnA.zip(a, ElementaryBackward.TANH);
    }
}
