package io.nabla.api;

/**
 * The geometry of pooling: square windows that are laid over each channel of an image, one number from each.
 *
 * <p>Rows and columns at the end that fill no window are left out.
 *
 * @param channels of the image, at least 1
 * @param height of the image, at least 1
 * @param width of the image, at least 1
 * @param size the side of a window, at least 1
 * @param stride how far it moves from place to place, at least 1
 */
public record Pooling(int channels, int height, int width, int size, int stride) {
    /**
     * Checks that the windows fit.
     *
     * @throws IllegalArgumentException if a number is below 1, or the window is larger than the image
     */
    public Pooling {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException("an image has at least 1 channel, row and column, but got " + channels
                    + "×" + height + "×" + width);
        }
        if (size < 1 || stride < 1) {
            throw new IllegalArgumentException(
                    "a window has a size and a stride of at least 1, but got " + size + " and " + stride);
        }
        if (size > Math.min(height, width)) {
            throw new IllegalArgumentException("a window of " + size + "×" + size + " does not fit an image of "
                    + height + "×" + width + "; use a smaller one");
        }
    }

    /** How many windows lie one below the other. */
    public int rows() {
        return (height - size) / stride + 1;
    }

    /** How many windows lie side by side. */
    public int columns() {
        return (width - size) / stride + 1;
    }

    /** How many windows a channel has. */
    public int count() {
        return rows() * columns();
    }

    /** How many numbers a channel has. */
    public int pixels() {
        return height * width;
    }
}
