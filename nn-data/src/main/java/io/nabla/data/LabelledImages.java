package io.nabla.data;

import io.nabla.api.Shape;
import java.util.Objects;

/**
 * An immutable set of images of one size, each with a label: grey ones of one channel, or coloured ones of several.
 *
 * <p>A pixel is a whole number from 0 (background) to 255 (full ink, full light). The pixels of an image are counted row by row
 * from the top left corner: pixel {@code row * width() + column}. An image of several channels has all pixels of the first (red),
 * then all of the second (green), and so on: {@code (channel * height() + row) * width() + column}. Labels are {@code 0} to {@code
 * classes() - 1}. Slices share the memory of the set they come from.
 *
 * <pre>{@code
 * LabelledImages all = Mnist.in(folder).training();
 * LabelledImages training = all.slice(0, 50_000);
 * LabelledImages validation = all.slice(50_000, 60_000);
 * int middle = training.pixel(0, 14 * 28 + 14);
 * }</pre>
 */
public final class LabelledImages {
    private final byte[] pixels;
    private final byte[] labels;
    private final int from;
    private final int size;
    private final int channels;
    private final int height;
    private final int width;
    private final int classes;

    private LabelledImages(
            byte[] pixels, byte[] labels, int from, int size, int channels, int height, int width, int classes) {
        this.pixels = pixels;
        this.labels = labels;
        this.from = from;
        this.size = size;
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.classes = classes;
    }

    /**
     * Makes a set of grey images from its raw bytes, which are copied.
     *
     * @param pixels all images one after the other, {@code labels.length * height * width} unsigned bytes
     * @param labels one unsigned byte per image, 0 to {@code classes - 1}
     * @param height rows of an image, at least 1
     * @param width columns of an image, at least 1
     * @param classes number of classes, 1 to 256
     * @return the set
     * @throws IllegalArgumentException if the lengths do not fit each other, or a label is out of range
     */
    public static LabelledImages copyOf(byte[] pixels, byte[] labels, int height, int width, int classes) {
        return copyOf(pixels, labels, 1, height, width, classes);
    }

    /**
     * Makes a set from its raw bytes, which are copied.
     *
     * @param pixels all images one after the other, {@code labels.length * channels * height * width} unsigned bytes
     * @param labels one unsigned byte per image, 0 to {@code classes - 1}
     * @param channels numbers of a pixel, at least 1: 1 for grey, 3 for red, green and blue
     * @param height rows of an image, at least 1
     * @param width columns of an image, at least 1
     * @param classes number of classes, 1 to 256
     * @return the set
     * @throws IllegalArgumentException if the lengths do not fit each other, or a label is out of range
     */
    public static LabelledImages copyOf(
            byte[] pixels, byte[] labels, int channels, int height, int width, int classes) {
        return owning(pixels.clone(), labels.clone(), channels, height, width, classes);
    }

    /** As {@link #copyOf}, for arrays that nobody else will ever write to. */
    static LabelledImages owning(byte[] pixels, byte[] labels, int channels, int height, int width, int classes) {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException("an image of " + size(channels, height, width) + " has no pixels");
        }
        if (classes < 1 || classes > 256) {
            throw new IllegalArgumentException("labels are single bytes: 1 to 256 classes, not " + classes);
        }
        long wanted = (long) labels.length * channels * height * width;
        if (pixels.length != wanted) {
            throw new IllegalArgumentException(labels.length + " images of " + size(channels, height, width) + " need "
                    + wanted + " bytes, but there are " + pixels.length);
        }
        for (int i = 0; i < labels.length; i++) {
            if ((labels[i] & 0xFF) >= classes) {
                throw new IllegalArgumentException("label " + (labels[i] & 0xFF) + " of image " + i
                        + " is out of range: " + classes + " classes are 0 to " + (classes - 1));
            }
        }
        return new LabelledImages(pixels, labels, 0, labels.length, channels, height, width, classes);
    }

    /**
     * Returns the number of images.
     *
     * @return 0 or more
     */
    public int size() {
        return size;
    }

    /**
     * Returns the numbers of every pixel.
     *
     * @return 1 for grey images, 3 for red, green and blue
     */
    public int channels() {
        return channels;
    }

    /**
     * Returns the rows of every image.
     *
     * @return at least 1
     */
    public int height() {
        return height;
    }

    /**
     * Returns the columns of every image.
     *
     * @return at least 1
     */
    public int width() {
        return width;
    }

    /**
     * Returns the number of pixels of every image, those of each channel counted.
     *
     * @return {@code channels() * height() * width()}: 784 for MNIST
     */
    public int pixelsPerImage() {
        return channels * height * width;
    }

    /**
     * Returns channels × height × width.
     *
     * @return such as 1×28×28
     */
    public Shape shape() {
        return Shape.of(channels, height, width);
    }

    /**
     * Returns the number of classes that labels are taken from.
     *
     * @return 1 to 256
     */
    public int classes() {
        return classes;
    }

    /**
     * Returns the label of one image.
     *
     * @param example 0 to {@code size() - 1}
     * @return 0 to {@code classes() - 1}
     * @throws IndexOutOfBoundsException if there is no such image
     */
    public int label(int example) {
        return labels[from + Objects.checkIndex(example, size)] & 0xFF;
    }

    /**
     * Returns one pixel of one image.
     *
     * @param example 0 to {@code size() - 1}
     * @param index {@code (channel * height() + row) * width() + column}
     * @return 0 (background) to 255 (full ink)
     * @throws IndexOutOfBoundsException if there is no such image or pixel
     */
    public int pixel(int example, int index) {
        return pixels[offset(example) + Objects.checkIndex(index, pixelsPerImage())] & 0xFF;
    }

    /**
     * Copies all pixels of one image, the quick way to read a whole set.
     *
     * @param example 0 to {@code size() - 1}
     * @param destination takes {@link #pixelsPerImage()} unsigned bytes ({@code b & 0xFF} is the pixel)
     * @param position where the first pixel goes in the destination
     * @throws IndexOutOfBoundsException if there is no such image, or it does not fit at that position
     */
    public void copyPixels(int example, byte[] destination, int position) {
        System.arraycopy(pixels, offset(example), destination, position, pixelsPerImage());
    }

    /** The pixels of all images themselves, for reading only: image {@code i} begins at {@link #offset}. */
    byte[] allPixels() {
        return pixels;
    }

    /**
     * Returns the images {@code begin} (included) to {@code end} (excluded), without copying.
     *
     * @param begin the first image, 0 to {@code end}
     * @param end one past the last image, up to {@code size()}
     * @return a set of {@code end - begin} images that shares this one's memory
     * @throws IndexOutOfBoundsException if the range is not inside this set
     */
    public LabelledImages slice(int begin, int end) {
        if (begin < 0 || begin > end || end > size) {
            throw new IndexOutOfBoundsException(
                    "images " + begin + " to " + end + " asked for, but the set has images 0 to " + size);
        }
        return new LabelledImages(pixels, labels, from + begin, end - begin, channels, height, width, classes);
    }

    /**
     * Returns some of the images, copied, in the order in which they are named.
     *
     * @param examples which ones, each 0 to {@code size() - 1}; one may be named twice
     * @return a set of as many images
     * @throws IndexOutOfBoundsException if there is no such image
     */
    public LabelledImages chosen(int... examples) {
        int each = pixelsPerImage();
        byte[] chosenPixels = new byte[Math.multiplyExact(examples.length, each)];
        byte[] chosenLabels = new byte[examples.length];
        for (int i = 0; i < examples.length; i++) {
            copyPixels(examples[i], chosenPixels, i * each);
            chosenLabels[i] = (byte) label(examples[i]);
        }
        return owning(chosenPixels, chosenLabels, channels, height, width, classes);
    }

    int offset(int example) {
        return (from + Objects.checkIndex(example, size)) * pixelsPerImage();
    }

    /** The set in words, such as {@code 60000 images of 28 x 28 pixels in 10 classes}. */
    @Override
    public String toString() {
        return size + " images of " + size(channels, height, width) + " in " + classes + " classes";
    }

    private static String size(int channels, int height, int width) {
        return (channels == 1 ? "" : channels + " x ") + height + " x " + width + " pixels";
    }
}
