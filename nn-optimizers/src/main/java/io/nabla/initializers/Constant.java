package io.nabla.initializers;

import io.nabla.api.Initializer;
import java.util.random.RandomGenerator;

/**
 * Weights and biases that all are one number, for tests and for parameters such as a scale that starts at 1.
 *
 * <p>Two neurons of a hidden layer whose weights are the same stay the same, so a network does not learn from it.
 *
 * <pre>{@code
 * double w = new Constant(0.5).weight(784, 30, random);   // 0.5; nothing is drawn from the generator
 * }</pre>
 *
 * <p>It is not among the initializers that are found by name, as a name alone does not say which number.
 *
 * @param value the number, finite
 */
public record Constant(double value) implements Initializer {
    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public Constant {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a constant start is a finite number, such as 0.0, but got " + value);
        }
    }

    @Override
    public String name() {
        return "constant";
    }

    @Override
    public double weight(int fanIn, int fanOut, RandomGenerator random) {
        return value;
    }

    @Override
    public double bias(RandomGenerator random) {
        return value;
    }
}
