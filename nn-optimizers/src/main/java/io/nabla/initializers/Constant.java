package io.nabla.initializers;

import io.nabla.api.Initializer;
import io.nabla.api.Settings;
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
 * <p>Found by its name, {@code constant}, it is 0 unless the setting {@code value} says another number.
 *
 * @param value the number, finite
 */
public record Constant(double value) implements Initializer {
    /** All zero. */
    public Constant() {
        this(0);
    }

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
    public Initializer with(Settings settings) {
        settings.onlyKeys("value");
        return new Constant(settings.number("value", value));
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
