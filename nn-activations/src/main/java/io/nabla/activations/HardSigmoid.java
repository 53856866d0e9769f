package io.nabla.activations;

import io.nabla.api.ElementwiseActivation;

/**
 * The hard sigmoid σ(z) = max(0, min(z + 3, 6)) / 6: the logistic function drawn by three straight lines.
 *
 * <p>It rises from 0 at z = -3 to 1 at z = 3, as PyTorch's does and that of Keras since version 3; older Keras had
 * 0.2 z + 0.5. At the kinks the derivative is taken to be 0, as PyTorch does.
 *
 * <pre>{@code
 * HardSigmoid sigmoid = new HardSigmoid();
 * sigmoid.value(0);    // 0.5
 * sigmoid.value(-4);   // 0
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/1905.02244">A. Howard et al., Searching for MobileNetV3, 2019</a>
 */
public final class HardSigmoid implements ElementwiseActivation {
    /** The hard sigmoid. */
    public HardSigmoid() {}

    @Override
    public String name() {
        return "hard-sigmoid";
    }

    @Override
    public double value(double z) {
        return Math.max(0, Math.min(z + 3, 6)) / 6;
    }

    @Override
    public double derivative(double z, double a) {
        if (Math.abs(z) < 3) {
            return 1.0 / 6;
        }
        return Math.abs(z) >= 3 ? 0 : Double.NaN; // neither: z is NaN, and that must not be lost
    }
}
