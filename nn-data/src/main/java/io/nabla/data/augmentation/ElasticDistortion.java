package io.nabla.data.augmentation;

import io.nabla.api.Shape;
import java.util.random.RandomGenerator;

/**
 * Distorts an image as if it were drawn on rubber: each pixel comes from a place a little off, and neighbours from neighbours.
 *
 * <p>After Simard, Steinkraus and Platt: "Best practices for convolutional neural networks applied to visual document analysis" (2003):
 * displacements across and down are drawn uniformly between -1 and 1 for each pixel, smoothed by a Gaussian of standard deviation σ,
 * and multiplied by α. The authors took α = 34 and σ = 4 for handwritten digits. The Gaussian is cut off at 4σ, and there are no
 * displacements outside the image. Pixels are interpolated bilinearly.
 *
 * @param alpha α, how strong the distortion is, in pixels: 0 to 10,000
 * @param sigma σ, how smooth it is, in pixels: above 0, up to 100
 */
public record ElasticDistortion(double alpha, double sigma) implements Augmentation {
    private static final int CUT_OFF = 4;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public ElasticDistortion {
        if (!(alpha >= 0 && alpha <= 10_000)) {
            throw new IllegalArgumentException("alpha is 0 to 10000 pixels, but got " + alpha);
        }
        if (!(sigma > 0 && sigma <= 100)) {
            throw new IllegalArgumentException("sigma is above 0 and up to 100 pixels, but got " + sigma);
        }
    }

    @Override
    public byte[] apply(byte[] pixels, Shape shape, RandomGenerator random) {
        Raster image = Raster.of(pixels, shape);
        double[] gaussian = gaussian();
        double[] right = displacements(image, gaussian, random);
        double[] down = displacements(image, gaussian, random);
        return image.warped(new Raster.Source() {
            @Override
            public double row(int row, int column) {
                return row + alpha * down[row * image.width() + column];
            }

            @Override
            public double column(int row, int column) {
                return column + alpha * right[row * image.width() + column];
            }
        });
    }

    /** The Gaussian's values at -4σ to 4σ, which sum up to 1. */
    private double[] gaussian() {
        int reach = (int) Math.ceil(CUT_OFF * sigma);
        double[] values = new double[2 * reach + 1];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double distance = (i - reach) / sigma;
            values[i] = StrictMath.exp(-distance * distance / 2);
            sum += values[i];
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= sum;
        }
        return values;
    }

    private static double[] displacements(Raster image, double[] gaussian, RandomGenerator random) {
        double[] field = new double[image.height() * image.width()];
        for (int i = 0; i < field.length; i++) {
            field[i] = 2 * random.nextDouble() - 1;
        }
        double[] across = smoothed(field, image.height(), image.width(), image.width(), 1, gaussian);
        return smoothed(across, image.width(), image.height(), 1, image.width(), gaussian);
    }

    /** Smooths each of so many lines of numbers, whose beginnings and whose numbers are so far apart. */
    private static double[] smoothed(double[] field, int lines, int length, int lineStep, int step, double[] gaussian) {
        int reach = gaussian.length / 2;
        double[] smoothed = new double[field.length];
        for (int line = 0; line < lines; line++) {
            for (int i = 0; i < length; i++) {
                double sum = 0;
                for (int j = Math.max(0, i - reach); j <= Math.min(length - 1, i + reach); j++) {
                    sum += gaussian[j - i + reach] * field[line * lineStep + j * step];
                }
                smoothed[line * lineStep + i * step] = sum;
            }
        }
        return smoothed;
    }
}
