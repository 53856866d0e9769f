package io.nabla.api;

import java.util.Locale;

/**
 * The geometry of a two-dimensional convolution: an image of some channels, filters that slide over it, and a margin of zeros.
 *
 * <p>An image stands in one column of a matrix, channel by channel, in each row by row. The filters stand in a matrix of
 * {@code filters} rows and {@link #taps()} columns: column {@code (c * kernel + i) * kernel + j} is what every filter makes of
 * channel c at i rows and j columns from its upper left corner.
 *
 * @param channels of the image, at least 1
 * @param height of the image, at least 1
 * @param width of the image, at least 1
 * @param filters how many channels come out, at least 1
 * @param kernel the side of the square that a filter sees, at least 1
 * @param stride how far it moves from place to place, at least 1
 * @param padding how many rows and columns of zeros are put around the image, from 0 to below {@code kernel}
 */
public record Convolution(int channels, int height, int width, int filters, int kernel, int stride, int padding) {
    /**
     * The most weights, or numbers of an image: groups of examples that stand side by side in memory, up to 32 of them, must fit into an
     * array.
     */
    private static final int MOST = Integer.MAX_VALUE / 32;

    /**
     * Checks that the filters fit.
     *
     * @throws IllegalArgumentException if a number is out of its range, the kernel is larger than the image with its margin, or there
     *     would be more than 67,108,863 weights, inputs or outputs
     */
    public Convolution {
        atLeastOne("channels", channels);
        atLeastOne("rows", height);
        atLeastOne("columns", width);
        atLeastOne("filters", filters);
        atLeastOne("rows of a kernel", kernel);
        atLeastOne("places of a stride", stride);
        if (padding < 0 || padding >= kernel) {
            throw new IllegalArgumentException(
                    "a padding is from 0 to below the kernel's size of " + kernel + ", but got " + padding);
        }
        if (kernel > Math.min(height, width) + 2L * padding) {
            throw new IllegalArgumentException(
                    "a kernel of " + kernel + "×" + kernel + " does not fit an image of " + height + "×" + width
                            + " with a padding of " + padding + "; use a smaller kernel or more padding");
        }
        long rows = height + 2L * padding;
        long columns = width + 2L * padding;
        atMost("weights", (double) kernel * kernel * channels * filters);
        atMost("numbers in an image with its margin", (double) channels * rows * columns);
        atMost(
                "outputs for an image",
                (double) filters * ((rows - kernel) / stride + 1) * ((columns - kernel) / stride + 1));
    }

    private static void atMost(String what, double number) {
        if (number > MOST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a convolution has at most %d %s, but got %.0f; use a smaller image, kernel or padding",
                    MOST,
                    what,
                    number));
        }
    }

    private static void atLeastOne(String what, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("a convolution has at least 1 of " + what + ", but got " + number);
        }
    }

    /** Rows of what comes out. */
    public int outputHeight() {
        return (height + 2 * padding - kernel) / stride + 1;
    }

    /** Columns of what comes out. */
    public int outputWidth() {
        return (width + 2 * padding - kernel) / stride + 1;
    }

    /** How many numbers a filter has: one for each place that it sees in each channel. */
    public int taps() {
        return channels * kernel * kernel;
    }

    /** How many numbers an image has. */
    public int inputSize() {
        return channels * height * width;
    }

    /** How many places a filter takes, one after the other. */
    public int places() {
        return outputHeight() * outputWidth();
    }

    /** How many numbers come out of an image. */
    public int outputSize() {
        return filters * places();
    }

    /** The multiplications of one image. */
    public long multiplications() {
        return (long) outputSize() * taps();
    }

    /**
     * The first row (or column) of what comes out, for which a filter's row (or column) lies inside the image.
     *
     * @param offset the row (or column) within the kernel, from 0
     */
    public int firstInside(int offset) {
        return Math.max(0, Math.floorDiv(padding - offset + stride - 1, stride));
    }

    /**
     * The row of what comes out behind the last, for which a filter's row lies inside the image; for columns give the width.
     *
     * @param offset the row (or column) within the kernel, from 0
     * @param size the height (or the width) of the image
     */
    public int behindInside(int offset, int size) {
        int outputs = (size + 2 * padding - kernel) / stride + 1;
        return Math.min(outputs, Math.floorDiv(size - 1 + padding - offset, stride) + 1);
    }
}
