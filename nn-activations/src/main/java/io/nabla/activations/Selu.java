package io.nabla.activations;

import io.nabla.api.Elementary;
import io.nabla.api.ElementwiseActivation;

/**
 * The scaled exponential linear unit σ(z) = λz if z &gt; 0, else λα (eᶻ - 1), with λ = 1.0507... and α = 1.6732...
 *
 * <p>With these two numbers the activations of a deep network of dense layers keep mean 0 and variance 1 by themselves,
 * if their weights start with mean 0 and variance 1 / inputs. At the kink the derivative is taken to be λα, as PyTorch
 * does.
 *
 * <pre>{@code
 * Selu selu = new Selu();
 * selu.value(-2);   // -1.5201...
 * selu.value(1);    // 1.0507...
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/1706.02515">G. Klambauer, T. Unterthiner, A. Mayr, S. Hochreiter,
 *     Self-normalizing neural networks, 2017</a>
 */
public final class Selu implements ElementwiseActivation {
    private static final double LAMBDA = 1.0507009873554805;
    private static final double ALPHA = 1.6732632423543772;

    /** The scaled exponential linear unit. */
    public Selu() {}

    @Override
    public String name() {
        return "selu";
    }

    @Override
    public double value(double z) {
        return LAMBDA * (z > 0 ? z : ALPHA * Elementary.expm1(z));
    }

    @Override
    public double derivative(double z, double a) {
        return LAMBDA * (z > 0 ? 1 : ALPHA * Elementary.exp(z));
    }
}
