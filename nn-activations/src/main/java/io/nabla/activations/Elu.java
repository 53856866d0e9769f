package io.nabla.activations;

import io.nabla.api.Elementary;
import io.nabla.api.ElementwiseActivation;
import io.nabla.api.Settings;

/**
 * The exponential linear unit σ(z) = z if z &gt; 0, else α (eᶻ - 1): from -α far below 0, and smooth at 0 where α is 1.
 *
 * <p>α is 1 unless said otherwise, as in PyTorch and Keras. With another α there is a kink at 0; the derivative there is
 * taken to be α, as PyTorch does. Found by its name, {@code elu}, it has another α by the setting {@code alpha}.
 *
 * <pre>{@code
 * Elu elu = new Elu();
 * elu.value(-2);   // -0.8646...
 * elu.value(3);    // 3
 * }</pre>
 *
 * @param alpha -α is the limit far below 0; finite and at least 0
 * @see <a href="https://arxiv.org/abs/1511.07289">D.-A. Clevert, T. Unterthiner, S. Hochreiter, Fast and accurate deep
 *     network learning by exponential linear units, 2015</a>
 */
public record Elu(double alpha) implements ElementwiseActivation {
    /** With α = 1. */
    public Elu() {
        this(1);
    }

    /**
     * Checks α.
     *
     * @throws IllegalArgumentException if it is not finite and at least 0
     */
    public Elu {
        if (!(alpha >= 0 && alpha < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("alpha is a finite number of at least 0, such as 1.0, but got " + alpha);
        }
    }

    @Override
    public String name() {
        return "elu";
    }

    @Override
    public Elu with(Settings settings) {
        settings.onlyKeys("alpha");
        return new Elu(settings.number("alpha", alpha));
    }

    @Override
    public double value(double z) {
        return z > 0 ? z : alpha * Elementary.expm1(z);
    }

    @Override
    public double derivative(double z, double a) {
        return z > 0 ? 1 : alpha * Elementary.exp(z); // not a + α, which is 0 from z = -37 on
    }
}
