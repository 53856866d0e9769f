package io.nabla.data.csv;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A column of numbers as one input: (number - mean) / deviation.
 *
 * @param name the name of the column
 * @param mean the mean of the training rows
 * @param deviation the standard deviation of the training rows (divided by n), or 1 if they are all alike
 * @param filling the number that a missing cell gets; nothing if missing cells are refused
 */
public record NumberInput(String name, double mean, double deviation, OptionalDouble filling) implements InputColumn {
    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if a figure is not finite, or the deviation not above 0
     */
    public NumberInput {
        Objects.requireNonNull(name, "name");
        Standard.check(name, mean, deviation);
        if (filling.isPresent() && !Double.isFinite(filling.getAsDouble())) {
            throw new IllegalArgumentException("column " + Quoted.of(name)
                    + " fills missing cells with a finite number, but got " + filling.getAsDouble());
        }
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public List<String> inputNames() {
        return List.of(name);
    }

    /** The input for a number, or for a missing cell, which is NaN. */
    double input(double number) {
        return Standard.ofNumber(name, Double.isNaN(number) ? filling.getAsDouble() : number, mean, deviation);
    }
}
