package io.nabla.activations;

import io.nabla.api.Elementary;
import io.nabla.api.ElementwiseActivation;

/**
 * The sigmoid linear unit σ(z) = z · sigmoid(z), also known as swish: z far above 0, and 0 far below.
 *
 * <pre>{@code
 * Silu silu = new Silu();
 * silu.value(-1);   // -0.2689...
 * silu.value(3);    // 2.8577...
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/1702.03118">S. Elfwing, E. Uchibe, K. Doya, Sigmoid-weighted linear units for
 *     neural network function approximation in reinforcement learning, 2017</a>
 */
public final class Silu implements ElementwiseActivation {
    /** The sigmoid linear unit. */
    public Silu() {}

    @Override
    public String name() {
        return "silu";
    }

    @Override
    public double value(double z) {
        return z * Elementary.sigmoid(z);
    }

    /** s (1 + z (1 - s)), with s = sigmoid(z). */
    @Override
    public double derivative(double z, double a) {
        double s = Elementary.sigmoid(z);
        return s * (1 + z * (1 - s));
    }
}
