package io.nabla.activations;

import io.nabla.api.ElementwiseActivation;
import io.nabla.api.Settings;

/**
 * The leaky rectified linear unit σ(z) = z if z &gt; 0, else slope · z: a neuron below 0 still learns, a little.
 *
 * <p>The slope is 0.01 unless said otherwise, as in PyTorch; Keras takes 0.3. At the kink the derivative is taken to be
 * the slope, as PyTorch does. Found by its name, {@code leaky-relu}, it has another slope by the setting {@code slope}.
 *
 * <pre>{@code
 * LeakyRelu leaky = new LeakyRelu(0.1);
 * leaky.value(-2);   // -0.2
 * leaky.value(3);    // 3
 * }</pre>
 *
 * @param slope below 0; at least 0, which is the rectified linear unit, and below 1, which would be the identity
 * @see <a href="https://ai.stanford.edu/~amaas/papers/relu_hybrid_icml2013_final.pdf">A. L. Maas, A. Y. Hannun, A. Y.
 *     Ng, Rectifier nonlinearities improve neural network acoustic models, 2013</a>
 */
public record LeakyRelu(double slope) implements ElementwiseActivation {
    /** The slope below 0 of Maas, Hannun and Ng, and PyTorch's. */
    private static final double SLOPE = 0.01;

    /** With the slope 0.01 below 0. */
    public LeakyRelu() {
        this(SLOPE);
    }

    /**
     * Checks the slope.
     *
     * @throws IllegalArgumentException if it is not at least 0 and below 1
     */
    public LeakyRelu {
        if (!(slope >= 0 && slope < 1)) {
            throw new IllegalArgumentException(
                    "the slope below 0 is at least 0 and below 1, such as " + SLOPE + ", but got " + slope);
        }
    }

    @Override
    public String name() {
        return "leaky-relu";
    }

    @Override
    public LeakyRelu with(Settings settings) {
        settings.onlyKeys("slope");
        return new LeakyRelu(settings.number("slope", slope));
    }

    @Override
    public double value(double z) {
        return z > 0 ? z : slope * z;
    }

    @Override
    public double derivative(double z, double a) {
        if (z > 0) {
            return 1;
        }
        return z <= 0 ? slope : Double.NaN; // neither: z is NaN, and that must not be lost
    }
}
