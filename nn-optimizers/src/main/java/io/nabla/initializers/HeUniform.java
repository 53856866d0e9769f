package io.nabla.initializers;

import io.nabla.api.Initializer;
import java.util.random.RandomGenerator;

/**
 * Weights that are uniform within ±√(6/fan-in) and biases of zero, for networks of rectified linear units.
 *
 * <p>The variance is that of {@link HeGaussian}, 2/fan-in, but no weight is far out.
 *
 * <pre>{@code
 * double w = new HeUniform().weight(600, 30, random);   // from -0.1 to 0.1, standard deviation 0.058
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/1502.01852">He, Zhang, Ren and Sun, Delving Deep into Rectifiers, 2015, equation
 *     10</a>
 */
public final class HeUniform implements Initializer {
    /** The initializer. */
    public HeUniform() {}

    @Override
    public String name() {
        return "he-uniform";
    }

    @Override
    public double weight(int fanIn, int fanOut, RandomGenerator random) {
        return (2 * random.nextDouble() - 1) * Math.sqrt(6.0 / fanIn);
    }

    /** Zero; nothing is drawn from the generator. */
    @Override
    public double bias(RandomGenerator random) {
        return 0;
    }
}
