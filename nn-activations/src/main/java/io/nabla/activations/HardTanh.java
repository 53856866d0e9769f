package io.nabla.activations;

import io.nabla.api.ElementwiseActivation;

/**
 * The hard tanh σ(z) = max(-1, min(z, 1)): the hyperbolic tangent drawn by three straight lines.
 *
 * <p>At the kinks the derivative is taken to be 0, as PyTorch does.
 *
 * <pre>{@code
 * HardTanh tanh = new HardTanh();
 * tanh.value(0.5);   // 0.5
 * tanh.value(-4);    // -1
 * }</pre>
 *
 * @see <a href="https://www.jmlr.org/papers/v12/collobert11a.html">R. Collobert et al., Natural language processing
 *     (almost) from scratch, 2011</a>
 */
public final class HardTanh implements ElementwiseActivation {
    /** The hard tanh. */
    public HardTanh() {}

    @Override
    public String name() {
        return "hard-tanh";
    }

    @Override
    public double value(double z) {
        return Math.max(-1, Math.min(z, 1));
    }

    @Override
    public double derivative(double z, double a) {
        if (Math.abs(z) < 1) {
            return 1;
        }
        return Math.abs(z) >= 1 ? 0 : Double.NaN; // neither: z is NaN, and that must not be lost
    }
}
