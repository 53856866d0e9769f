package io.nabla.activations;

import io.nabla.api.Elementary;
import io.nabla.api.ElementwiseActivation;

/**
 * The softplus σ(z) = ln(1 + eᶻ): a rectified linear unit without the kink, whose derivative is the logistic function.
 *
 * <p>It is computed as max(z, 0) + ln(1 + e^-|z|), which cannot overflow. PyTorch takes z itself above 20, which differs
 * by less than 2.1e-9.
 *
 * <pre>{@code
 * Softplus softplus = new Softplus();
 * softplus.value(0);     // 0.6931..., ln 2
 * softplus.value(800);   // 800
 * }</pre>
 *
 * @see <a href="https://proceedings.mlr.press/v15/glorot11a.html">X. Glorot, A. Bordes, Y. Bengio, Deep sparse rectifier
 *     neural networks, 2011</a>
 */
public final class Softplus implements ElementwiseActivation {
    /** The softplus. */
    public Softplus() {}

    @Override
    public String name() {
        return "softplus";
    }

    @Override
    public double value(double z) {
        return Math.max(z, 0) + StrictMath.log1p(Elementary.exp(-Math.abs(z)));
    }

    @Override
    public double derivative(double z, double a) {
        return Elementary.sigmoid(z);
    }
}
