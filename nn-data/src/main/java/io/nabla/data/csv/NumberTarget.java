package io.nabla.data.csv;

import java.util.Objects;

/**
 * A target of numbers: what is wanted of the one output is (number - mean) / deviation.
 *
 * @param name the name of the column
 * @param mean the mean of the training rows, or 0 for a target that is learned as it is
 * @param deviation the standard deviation of the training rows (divided by n), or 1 if they are all alike or for a target that is
 *     learned as it is
 */
public record NumberTarget(String name, double mean, double deviation) implements TargetColumn {
    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if a figure is not finite, or the deviation not above 0
     */
    public NumberTarget {
        Objects.requireNonNull(name, "name");
        Standard.check(name, mean, deviation);
    }

    @Override
    public int width() {
        return 1;
    }

    /** What an output of the network means in the units of the column: output · deviation + mean. */
    public double number(double output) {
        return output * deviation + mean;
    }

    double output(double number) {
        return Standard.ofNumber(name, number, mean, deviation);
    }
}
