package io.nabla.activations;

import io.nabla.api.ElementaryBackward;
import io.nabla.api.ElementaryFunction;
import io.nabla.api.ElementwiseActivation;
import io.nabla.api.Matrix;

/**
 * The rectified linear unit σ(z) = max(0, z).
 *
 * <p>At the kink its derivative is taken to be 0, as PyTorch does.
 *
 * <pre>{@code
 * Relu relu = new Relu();
 * relu.value(-2);   // 0
 * relu.value(3);    // 3
 * }</pre>
 *
 * @see <a href="http://neuralnetworksanddeeplearning.com/chap3.html">
 *     the book, chapter 3, "Other models of artificial neuron"</a>
 */
public final class Relu implements ElementwiseActivation {
    /** The rectified linear unit. */
    public Relu() {}

    @Override
    public String name() {
        return "relu";
    }

    @Override
    public double value(double z) {
        return Math.max(0, z);
    }

    @Override
    public double derivative(double z, double a) {
        if (z > 0) {
            return 1;
        }
        return z <= 0 ? 0 : Double.NaN; // neither: z is NaN, and that must not be lost
    }

    @Override
    public Matrix apply(Matrix z) {
        return z.map(ElementaryFunction.RELU);
    }

    @Override
    public Matrix backward(Matrix errorOnA, Matrix z, Matrix a) {
        return errorOnA.zip(a, ElementaryBackward.RELU);
    }
}
