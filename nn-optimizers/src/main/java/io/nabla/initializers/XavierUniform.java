package io.nabla.initializers;

import io.nabla.api.Initializer;
import java.util.random.RandomGenerator;

/**
 * Weights that are uniform within ±√(6/(fan-in + fan-out)) and biases of zero, the start of Xavier Glorot and Bengio.
 *
 * <p>The variance is that of {@link XavierNormal}, 2/(fan-in + fan-out), but no weight is far out.
 *
 * <pre>{@code
 * double w = new XavierUniform().weight(500, 100, random);   // from -0.1 to 0.1, standard deviation 0.058
 * }</pre>
 *
 * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio, Understanding the difficulty of
 *     training deep feedforward neural networks, 2010, equation 16</a>
 */
public final class XavierUniform implements Initializer {
    /** The initializer. */
    public XavierUniform() {}

    @Override
    public String name() {
        return "xavier-uniform";
    }

    @Override
    public double weight(int fanIn, int fanOut, RandomGenerator random) {
        return (2 * random.nextDouble() - 1) * Math.sqrt(6 / ((double) fanIn + fanOut));
    }

    /** Zero; nothing is drawn from the generator. */
    @Override
    public double bias(RandomGenerator random) {
        return 0;
    }
}
