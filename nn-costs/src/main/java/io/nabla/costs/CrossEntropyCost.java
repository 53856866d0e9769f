package io.nabla.costs;

import io.nabla.api.Activation;
import io.nabla.api.Cost;
import io.nabla.api.LogisticActivation;
import io.nabla.api.Matrix;

/**
 * The (binary) cross-entropy C = -Σ (y ln a + (1 - y) ln(1 - a)), summed over outputs and examples: each output is a
 * probability by itself.
 *
 * <p>With a logistic output, δ = a - y: σ′ cancels, so a neuron learns the faster the more it is wrong, also where it
 * saturates. With any other σ that gives numbers from 0 to 1 it is composed as usual.
 *
 * <p>It stays finite at outputs of exactly 0 and 1, in PyTorch's way: a logarithm is never below -100, and ∇ₐC = (a -
 * y) / (a (1 - a)) never divides by less than 10⁻¹².
 *
 * <pre>{@code
 * Matrix a = Matrix.column(kernels, 0.8, 0.1);
 * Matrix y = Matrix.column(kernels, 1, 0);
 * double c = new CrossEntropyCost().value(a, y);   // -ln 0.8 - ln 0.9 = 0.3285...
 * }</pre>
 *
 * @see <a href="http://neuralnetworksanddeeplearning.com/chap3.html">
 *     the book, chapter 3, "The cross-entropy cost function"</a>
 * @see <a href="https://pytorch.org/docs/stable/generated/torch.nn.BCELoss.html">PyTorch's BCELoss</a>
 */
public final class CrossEntropyCost implements Cost {
    private static final double SMALLEST_DENOMINATOR = 1e-12;

    /** The cross-entropy. */
    public CrossEntropyCost() {}

    @Override
    public String name() {
        return "cross-entropy";
    }

    /**
     * C, summed over the examples.
     *
     * @throws IllegalArgumentException if an output or a wanted output is not between 0 and 1, which asks for another σ
     */
    @Override
    public double value(Matrix a, Matrix y) {
        Probabilities.requireOutputs(name(), a);
        Probabilities.requireTargets(name(), y);
        return a.zip(y, CrossEntropyCost::term).sum();
    }

    private static double term(double a, double y) {
        // A target of 0 or 1, as classes have it, needs one logarithm and not two.
        if (y == 0) {
            return -Probabilities.log(1 - a);
        }
        return y == 1 ? -Probabilities.log(a) : -(y * Probabilities.log(a) + (1 - y) * Probabilities.log(1 - a));
    }

    /**
     * ∇ₐC = (a - y) / (a (1 - a)).
     *
     * @throws IllegalArgumentException if an output is not between 0 and 1
     */
    @Override
    public Matrix gradient(Matrix a, Matrix y) {
        Probabilities.requireOutputs(name(), a);
        return a.zip(y, (output, target) -> (output - target) / Math.max(output * (1 - output), SMALLEST_DENOMINATOR));
    }

    /** BP1: a - y where σ is logistic. */
    @Override
    public Matrix delta(Activation sigma, Matrix z, Matrix a, Matrix y) {
        return sigma instanceof LogisticActivation ? a.minus(y) : Cost.super.delta(sigma, z, a, y);
    }
}
