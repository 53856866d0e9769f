package io.nabla.activations;

import io.nabla.api.ElementwiseActivation;

/**
 * The leaky rectified linear unit σ(z) = z if z &gt; 0, else slope · z: a neuron below 0 still learns, a little.
 *
 * <p>The slope is 0.01 unless said otherwise, as in PyTorch; Keras takes 0.3. At the kink the derivative is taken to be
 * the slope, as PyTorch does. Its name does not tell the slope: looked up by name, it is the one with 0.01.
 *
 * <pre>{@code
 * LeakyRelu leaky = new LeakyRelu(0.1);
 * leaky.value(-2);   // -0.2
 * leaky.value(3);    // 3
 * }</pre>
 *
 * @see <a href="https://ai.stanford.edu/~amaas/papers/relu_hybrid_icml2013_final.pdf">A. L. Maas, A. Y. Hannun, A. Y.
 *     Ng, Rectifier nonlinearities improve neural network acoustic models, 2013</a>
 */
public final class LeakyRelu implements ElementwiseActivation {
    /** The slope below 0 of Maas, Hannun and Ng, and PyTorch's. */
    private static final double SLOPE = 0.01;

    private final double slope;

    /** With the slope 0.01 below 0. */
    public LeakyRelu() {
        this(SLOPE);
    }

    /**
     * With a slope of one's own below 0.
     *
     * @param slope at least 0, which is the rectified linear unit, and below 1, which would be the identity
     * @throws IllegalArgumentException if it is not
     */
    public LeakyRelu(double slope) {
        if (!(slope >= 0 && slope < 1)) {
            throw new IllegalArgumentException(
                    "the slope below 0 is at least 0 and below 1, such as " + SLOPE + ", but got " + slope);
        }
        this.slope = slope;
    }

    @Override
    public String name() {
        return "leaky-relu";
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
