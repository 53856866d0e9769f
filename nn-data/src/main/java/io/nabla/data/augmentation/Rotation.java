package io.nabla.data.augmentation;

import io.nabla.api.Shape;
import java.util.random.RandomGenerator;

/**
 * Turns an image about its middle by a random angle, uniform between {@code -most} and {@code most}; pixels are interpolated bilinearly.
 *
 * @param most the largest angle in degrees, 0 to 180
 */
public record Rotation(double most) implements Augmentation {
    /**
     * Checks the angle.
     *
     * @throws IllegalArgumentException if it is not 0 to 180
     */
    public Rotation {
        if (!(most >= 0 && most <= 180)) {
            throw new IllegalArgumentException("an image is turned by up to 0 to 180 degrees, but got " + most);
        }
    }

    @Override
    public byte[] apply(byte[] pixels, Shape shape, RandomGenerator random) {
        return turned(Raster.of(pixels, shape), (2 * random.nextDouble() - 1) * most);
    }

    /** Turned clockwise. */
    static byte[] turned(Raster image, double degrees) {
        double cos = StrictMath.cos(StrictMath.toRadians(degrees));
        double sin = StrictMath.sin(StrictMath.toRadians(degrees));
        double middleRow = (image.height() - 1) / 2.0;
        double middleColumn = (image.width() - 1) / 2.0;
        return image.warped(new Raster.Source() {
            @Override
            public double row(int row, int column) {
                return middleRow + cos * (row - middleRow) - sin * (column - middleColumn);
            }

            @Override
            public double column(int row, int column) {
                return middleColumn + sin * (row - middleRow) + cos * (column - middleColumn);
            }
        });
    }
}
