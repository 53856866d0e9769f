package io.nabla.initializers;

import io.nabla.api.Initializer;
import java.util.random.RandomGenerator;

/**
 * Weights from N(0, 2/(fan-in + fan-out)) and biases of zero, the start of Xavier Glorot and Bengio with Gaussians.
 *
 * <p>It is for activations that are about the identity around zero, such as tanh. Activations would keep their size with
 * a variance of 1/fan-in, and gradients on their way back with 1/fan-out; this is between the two.
 *
 * <pre>{@code
 * double w = new XavierNormal().weight(500, 300, random);   // mean 0, standard deviation 1/20
 * }</pre>
 *
 * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio, Understanding the difficulty of
 *     training deep feedforward neural networks, 2010, equation 12</a>
 */
public final class XavierNormal implements Initializer {
    /** The initializer. */
    public XavierNormal() {}

    @Override
    public String name() {
        return "xavier-normal";
    }

    @Override
    public double weight(int fanIn, int fanOut, RandomGenerator random) {
        return random.nextGaussian() * Math.sqrt(2 / ((double) fanIn + fanOut));
    }

    /** Zero; nothing is drawn from the generator. */
    @Override
    public double bias(RandomGenerator random) {
        return 0;
    }
}
