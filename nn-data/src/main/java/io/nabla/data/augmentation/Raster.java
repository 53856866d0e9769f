package io.nabla.data.augmentation;

import io.nabla.api.Shape;

/** The pixels of an image with their places. */
final class Raster {
    private final byte[] pixels;
    private final int channels;
    private final int height;
    private final int width;

    private Raster(byte[] pixels, int channels, int height, int width) {
        this.pixels = pixels;
        this.channels = channels;
        this.height = height;
        this.width = width;
    }

    static Raster of(byte[] pixels, Shape shape) {
        if (shape.dimensions().size() != 3 || shape.size() != pixels.length) {
            throw new IllegalArgumentException("an image is channels × height × width pixels, but the shape is " + shape
                    + " and there are " + pixels.length + " pixels");
        }
        return new Raster(
                pixels,
                shape.dimensions().get(0),
                shape.dimensions().get(1),
                shape.dimensions().get(2));
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    /** Rows of all channels. */
    int lines() {
        return channels * height;
    }

    /**
     * The value between four pixels, each weighted by how near it is: bilinear interpolation. Outside is 0.
     *
     * @param row where the centre of the first row's pixels is 0
     * @param column where the centre of the first column's pixels is 0
     */
    double at(int channel, double row, double column) {
        // Written so that NaN cannot come and a place far outside does not overflow an int.
        if (!(row > -1 && row < height && column > -1 && column < width)) {
            return 0;
        }
        int top = (int) Math.floor(row);
        int left = (int) Math.floor(column);
        double down = row - top;
        double right = column - left;
        double above = (1 - right) * pixel(channel, top, left) + right * pixel(channel, top, left + 1);
        double below = (1 - right) * pixel(channel, top + 1, left) + right * pixel(channel, top + 1, left + 1);
        return (1 - down) * above + down * below;
    }

    private int pixel(int channel, int row, int column) {
        boolean inside = row >= 0 && row < height && column >= 0 && column < width;
        return inside ? pixels[(channel * height + row) * width + column] & 0xFF : 0;
    }

    /** Where the pixel of a new image comes from. */
    interface Source {
        double row(int row, int column);

        double column(int row, int column);
    }

    /** The image whose pixels come from other places of this one, the same in all channels. */
    byte[] warped(Source source) {
        byte[] warped = new byte[pixels.length];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double fromRow = source.row(row, column);
                double fromColumn = source.column(row, column);
                for (int channel = 0; channel < channels; channel++) {
                    double value = at(channel, fromRow, fromColumn);
                    warped[(channel * height + row) * width + column] = (byte) (int) (value + 0.5);
                }
            }
        }
        return warped;
    }
}
