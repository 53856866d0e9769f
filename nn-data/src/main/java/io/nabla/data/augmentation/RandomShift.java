package io.nabla.data.augmentation;

import io.nabla.api.Shape;
import java.util.random.RandomGenerator;

/**
 * Moves an image by a random number of whole pixels, each way by {@code -most} to {@code most}, all equally likely.
 *
 * @param most 0 or more
 */
public record RandomShift(int most) implements Augmentation {
    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is negative or above 10,000
     */
    public RandomShift {
        if (most < 0 || most > 10_000) {
            throw new IllegalArgumentException("an image is shifted by up to 0 to 10000 pixels, but got " + most);
        }
    }

    @Override
    public byte[] apply(byte[] pixels, Shape shape, RandomGenerator random) {
        int right = (int) (random.nextDouble() * (2 * most + 1)) - most;
        int down = (int) (random.nextDouble() * (2 * most + 1)) - most;
        return new Shift(right, down).apply(pixels, shape, random);
    }
}
