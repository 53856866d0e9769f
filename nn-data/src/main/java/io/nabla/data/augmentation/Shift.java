package io.nabla.data.augmentation;

import io.nabla.api.Shape;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Moves an image by whole pixels; what leaves it is lost. Nothing is left to chance.
 *
 * @param right pixels to the right, negative to the left
 * @param down pixels downwards, negative upwards
 */
public record Shift(int right, int down) implements Augmentation {
    /**
     * One pixel down, up, to the right and to the left: with the image itself, the book's expanded MNIST (chapter 3), 250,000 images of
     * 50,000.
     */
    public static List<Augmentation> onePixelEachWay() {
        return List.of(new Shift(0, 1), new Shift(0, -1), new Shift(1, 0), new Shift(-1, 0));
    }

    @Override
    public byte[] apply(byte[] pixels, Shape shape, RandomGenerator random) {
        Raster raster = Raster.of(pixels, shape);
        byte[] shifted = new byte[pixels.length];
        int width = Math.max(0, raster.width() - Math.abs(right));
        for (int line = 0; line < raster.lines(); line++) {
            int row = line % raster.height() - down;
            if (width > 0 && row >= 0 && row < raster.height()) {
                int from = (line - down) * raster.width() + Math.max(0, -right);
                System.arraycopy(pixels, from, shifted, line * raster.width() + Math.max(0, right), width);
            }
        }
        return shifted;
    }
}
