package io.nabla.initializers;

import io.nabla.api.Initializer;
import java.util.random.RandomGenerator;

/**
 * Weights from N(0,1) divided by the square root of their number of inputs and biases from N(0,1), the book's better
 * start: {@code default_weight_initializer}.
 *
 * <p>The weighted input of a neuron then stays small however many inputs it has, and no neuron starts saturated.
 *
 * <pre>{@code
 * double w = new ScaledGaussian().weight(784, 30, random);   // mean 0, standard deviation 1/28
 * }</pre>
 *
 * @see <a href="http://neuralnetworksanddeeplearning.com/chap3.html">the book, chapter 3, "Weight initialization"</a>
 */
public final class ScaledGaussian implements Initializer {
    /** The initializer. */
    public ScaledGaussian() {}

    @Override
    public String name() {
        return "default";
    }

    @Override
    public double weight(int fanIn, int fanOut, RandomGenerator random) {
        return random.nextGaussian() / Math.sqrt(fanIn);
    }

    @Override
    public double bias(RandomGenerator random) {
        return random.nextGaussian();
    }
}
