package io.nabla.initializers;

import io.nabla.api.Initializer;
import java.util.random.RandomGenerator;

/**
 * Weights from N(0, 1/fan-in) and biases of zero, the start of LeCun and others, which networks of scaled exponential
 * linear units (SELU) need.
 *
 * <p>Weights are those of {@link ScaledGaussian}, the book's. Its biases from N(0,1) would take away the mean of 0 and the
 * variance of 1 that SELU keeps from layer to layer.
 *
 * <pre>{@code
 * double w = new LeCunGaussian().weight(400, 30, random);   // mean 0, standard deviation 1/20
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1007/3-540-49430-8_2">LeCun, Bottou, Orr and Müller, Efficient BackProp, 1998,
 *     section 4.6</a>
 * @see <a href="https://arxiv.org/abs/1706.02515">Klambauer, Unterthiner, Mayr and Hochreiter, Self-Normalizing Neural
 *     Networks, 2017</a>
 */
public final class LeCunGaussian implements Initializer {
    /** The initializer. */
    public LeCunGaussian() {}

    @Override
    public String name() {
        return "lecun";
    }

    @Override
    public double weight(int fanIn, int fanOut, RandomGenerator random) {
        return random.nextGaussian() / Math.sqrt(fanIn);
    }

    /** Zero; nothing is drawn from the generator. */
    @Override
    public double bias(RandomGenerator random) {
        return 0;
    }
}
