package io.nabla.data;

import io.nabla.api.Dataset;
import io.nabla.api.Matrix;
import io.nabla.api.Shape;
import io.nabla.data.augmentation.Augmentation;
import io.nabla.data.random.RandomStream;
import java.util.List;
import java.util.Objects;

/**
 * Labelled images and changed versions of them as a data set: first all images as they are, then all changed by the first
 * augmentation, and so on.
 *
 * <p>A version is drawn when a mini-batch wants it, so that memory holds the images alone; or {@link #drawn} draws all ahead of
 * time, for more memory and less work in each epoch. Chance comes from the seed, the number of the version and that of the image:
 * order and threads do not matter.
 *
 * <pre>{@code
 * // the book's expanded MNIST: 250,000 images of 50,000
 * LabelledImages expanded = new AugmentedImages(images, Shift.onePixelEachWay(), 0).drawn();
 *
 * // 30 epochs in one, none of which has an image twice
 * Augmentation elastic = new Rotation(10).then(new ElasticDistortion(34, 4));
 * Dataset training = new AugmentedImages(images, Collections.nCopies(29, elastic), 42);
 * }</pre>
 */
public final class AugmentedImages implements Dataset {
    private final LabelledImages images;
    private final List<Augmentation> augmentations;
    private final long seed;
    private final Shape inputs;
    private final Shape targets;

    /**
     * A data set of {@code images.size() * (1 + augmentations.size())} examples.
     *
     * @param images at least one
     * @param augmentations the changes, one for each further version; one may come several times and is drawn anew each time
     * @param seed any number; another seed gives other versions
     * @throws IllegalArgumentException if there is no image, or there are more than 2,147,483,647 examples
     */
    public AugmentedImages(LabelledImages images, List<Augmentation> augmentations, long seed) {
        this.images = Objects.requireNonNull(images, "images");
        this.augmentations = List.copyOf(augmentations);
        this.seed = seed;
        this.inputs = images.shape();
        this.targets = Shape.of(images.classes());
        long size = images.size() * (1L + augmentations.size());
        if (size < 1 || size > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(images.size() + " images in " + (1 + augmentations.size())
                    + " versions are " + size + " examples; 1 to " + Integer.MAX_VALUE + " can be");
        }
    }

    @Override
    public int size() {
        return images.size() * (1 + augmentations.size());
    }

    /** Channels × height × width, such as 1×28×28. */
    @Override
    public Shape inputs() {
        return inputs;
    }

    @Override
    public Shape targets() {
        return targets;
    }

    @Override
    public void copyExamples(int[] order, int from, Matrix x, Matrix y) {
        int each = images.pixelsPerImage();
        byte[] pixels = new byte[Math.multiplyExact(x.columns(), each)];
        int[] places = new int[x.columns()];
        y.fill(0);
        for (int column = 0; column < places.length; column++) {
            int example = order[from + column];
            places[column] = column * each;
            copyVersion(example, pixels, places[column]);
            y.set(images.label(example % images.size()), column, 1);
        }
        x.fillFromBytes(pixels, places, 1.0 / 256);
    }

    /**
     * Draws all examples, in their order.
     *
     * @return a set with as many images as this has examples
     * @throws IllegalArgumentException if they would not fit one array, of 2 GiB
     */
    public LabelledImages drawn() {
        int each = images.pixelsPerImage();
        if ((long) size() * each > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(size() + " images of " + each + " pixels do not fit one array of "
                    + (Integer.MAX_VALUE - 8) + " bytes; use the data set itself, which draws them as they are wanted");
        }
        byte[] pixels = new byte[size() * each];
        byte[] labels = new byte[size()];
        for (int example = 0; example < labels.length; example++) {
            copyVersion(example, pixels, example * each);
            labels[example] = (byte) images.label(example % images.size());
        }
        return LabelledImages.owning(
                pixels, labels, images.channels(), images.height(), images.width(), images.classes());
    }

    private void copyVersion(int example, byte[] destination, int position) {
        Objects.checkIndex(example, size());
        int image = example % images.size();
        int version = example / images.size();
        if (version == 0) {
            images.copyPixels(image, destination, position);
            return;
        }
        byte[] original = new byte[images.pixelsPerImage()];
        images.copyPixels(image, original, 0);
        byte[] changed = augmentations.get(version - 1).apply(original, inputs, RandomStream.of(seed, version, image));
        if (changed.length != original.length) {
            throw new IllegalArgumentException("an augmentation makes " + changed.length + " pixels of "
                    + original.length + "; an image keeps its size");
        }
        System.arraycopy(changed, 0, destination, position, changed.length);
    }
}
