package io.nabla.api;

import java.util.random.RandomGenerator;

/**
 * Draws the numbers with which a layer starts.
 *
 * <p>An initializer is immutable; all randomness comes from the generator that it is given. It draws rows from top to
 * bottom and in each row from left to right, as NumPy does, so that a start can be replayed elsewhere.
 *
 * <pre>{@code
 * public final class Gaussian implements Initializer {
 *     public String name() { return "gaussian"; }
 *     public double weight(int fanIn, int fanOut, RandomGenerator random) { return random.nextGaussian(); }
 *     public double bias(RandomGenerator random) { return random.nextGaussian(); }
 * }
 * }</pre>
 */
public interface Initializer extends Named {
    /**
     * One weight.
     *
     * @param fanIn how many inputs feed one output
     * @param fanOut how many outputs one input feeds
     */
    double weight(int fanIn, int fanOut, RandomGenerator random);

    /** One bias. */
    double bias(RandomGenerator random);

    /**
     * The initializer of parameters whose weighted inputs go through an activation: this one, unless it makes a difference.
     *
     * @param sigma σ of the layer that the parameters belong to
     */
    default Initializer forActivation(Activation sigma) {
        return this;
    }

    /**
     * This initializer with settings of its own, such as a constant; those that are not given stay as they are.
     *
     * @throws IllegalArgumentException if it has no such setting, as none has unless this is overridden, or one is out of its range
     */
    default Initializer with(Settings settings) {
        settings.onlyKeys();
        return this;
    }

    /**
     * Draws a whole parameter, row by row.
     *
     * @param parameter weights or biases, the roles that are {@link Parameter.Role#isDrawn drawn}
     */
    default void draw(Parameter parameter, RandomGenerator random) {
        Matrix value = parameter.value();
        for (int row = 0; row < value.rows(); row++) {
            for (int column = 0; column < value.columns(); column++) {
                value.set(
                        row,
                        column,
                        parameter.role() == Parameter.Role.WEIGHTS
                                ? weight(parameter.fanIn(), parameter.fanOut(), random)
                                : bias(random));
            }
        }
    }
}
