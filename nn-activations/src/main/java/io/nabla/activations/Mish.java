package io.nabla.activations;

import io.nabla.api.Elementary;
import io.nabla.api.ElementwiseActivation;

/**
 * The mish σ(z) = z · tanh(ln(1 + eᶻ)): z far above 0, and 0 far below.
 *
 * <p>It needs one exponential only. With e = eᶻ, tanh(ln(1 + e)) = (e² + 2e) / (e² + 2e + 2); above 0, numerator and
 * denominator are divided by e² so that nothing overflows.
 *
 * <pre>{@code
 * Mish mish = new Mish();
 * mish.value(-1);   // -0.3034...
 * mish.value(3);    // 2.9865...
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/1908.08681">D. Misra, Mish: a self regularized non-monotonic activation function,
 *     2019</a>
 */
public final class Mish implements ElementwiseActivation {
    /** The mish. */
    public Mish() {}

    @Override
    public String name() {
        return "mish";
    }

    @Override
    public double value(double z) {
        double e = Elementary.exp(-Math.abs(z));
        return z > 0 ? z * (1 + 2 * e) / above(e) : z * below(e) / (below(e) + 2);
    }

    /** t + z t′ with t = tanh(ln(1 + eᶻ)), whose slope t′ is 4 eᶻ (1 + eᶻ) / (e²ᶻ + 2eᶻ + 2)². */
    @Override
    public double derivative(double z, double a) {
        double e = Elementary.exp(-Math.abs(z));
        if (z > 0) {
            double d = above(e);
            return (1 + 2 * e) / d + z * (4 * e * e * (1 + e) / (d * d));
        }
        double d = below(e) + 2;
        return below(e) / d + z * (4 * e * (1 + e) / (d * d));
    }

    /** 1 + 2e + 2e², the denominator where e is e⁻ᶻ. */
    private static double above(double e) {
        return 1 + 2 * e * (1 + e);
    }

    /** e² + 2e, the numerator where e is eᶻ. */
    private static double below(double e) {
        return e * (e + 2);
    }
}
