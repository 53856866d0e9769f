package io.nabla.activations;

import io.nabla.api.ElementwiseActivation;

/**
 * The Gaussian error linear unit σ(z) = z Φ(z) = z (1 + erf(z / √2)) / 2, with Φ the normal distribution: exact.
 *
 * <p>{@link GeluTanh} is the approximation by tanh, which some models were trained with. Far below 0 this one keeps its
 * digits, where 1 + erf loses them.
 *
 * <pre>{@code
 * Gelu gelu = new Gelu();
 * gelu.value(-1);   // -0.1586...
 * gelu.value(3);    // 2.9959...
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/1606.08415">D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016</a>
 */
public final class Gelu implements ElementwiseActivation {
    /** The Gaussian error linear unit. */
    public Gelu() {}

    @Override
    public String name() {
        return "gelu";
    }

    @Override
    public double value(double z) {
        return z * NormalDistribution.cumulative(z);
    }

    /** Φ(z) + z φ(z). */
    @Override
    public double derivative(double z, double a) {
        return NormalDistribution.cumulative(z) + z * NormalDistribution.density(z);
    }
}
