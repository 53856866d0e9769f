package io.nabla.initializers;

import io.nabla.api.Initializer;
import java.util.random.RandomGenerator;

/**
 * Weights and biases from N(0,1), the book's first start: {@code large_weight_initializer}.
 *
 * <p>The weighted input of a neuron with many inputs becomes large by it, so that the neuron saturates and learns
 * slowly at first: see {@link ScaledGaussian}.
 *
 * <pre>{@code
 * double w = new LargeGaussian().weight(784, 30, random);   // mean 0, standard deviation 1
 * }</pre>
 *
 * @see <a href="http://neuralnetworksanddeeplearning.com/chap3.html">the book, chapter 3, "Weight initialization"</a>
 */
public final class LargeGaussian implements Initializer {
    /** The initializer. */
    public LargeGaussian() {}

    @Override
    public String name() {
        return "large";
    }

    @Override
    public double weight(int fanIn, int fanOut, RandomGenerator random) {
        return random.nextGaussian();
    }

    @Override
    public double bias(RandomGenerator random) {
        return random.nextGaussian();
    }
}
