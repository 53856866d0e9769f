package io.nabla.initializers;

import io.nabla.api.Initializer;
import java.util.random.RandomGenerator;

/**
 * Weights from N(0, 2/fan-in) and biases of zero, the start of He and others for networks of rectified linear units.
 *
 * <p>A rectifier lets through half of what comes in. Twice the variance of {@link ScaledGaussian} makes up for it, so that
 * activations keep their size from layer to layer however many there are.
 *
 * <pre>{@code
 * double w = new HeGaussian().weight(800, 30, random);   // mean 0, standard deviation 1/20
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/1502.01852">He, Zhang, Ren and Sun, Delving Deep into Rectifiers, 2015, equation
 *     10</a>
 */
public final class HeGaussian implements Initializer {
    /** The initializer. */
    public HeGaussian() {}

    @Override
    public String name() {
        return "he";
    }

    @Override
    public double weight(int fanIn, int fanOut, RandomGenerator random) {
        return random.nextGaussian() * Math.sqrt(2.0 / fanIn);
    }

    /** Zero; nothing is drawn from the generator. */
    @Override
    public double bias(RandomGenerator random) {
        return 0;
    }
}
