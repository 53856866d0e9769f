package io.nabla.data;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads labelled images from a pair of IDX files, MNIST's own format.
 *
 * <p>An images file has the magic number 0x00000803, then count, height and width, then one byte per pixel; a labels
 * file has 0x00000801, the count and one byte per label. All numbers are 32-bit, big-endian. Both may be gzip-compressed;
 * that is seen from the first two bytes and not from the name.
 *
 * <p>Files are not trusted: one that is cut off, has more bytes than it says, is of another kind, or says absurd sizes is
 * refused with a {@link DataFormatException}. Memory is bounded by the smaller of the sizes that a header says and that a
 * file of this length can hold.
 *
 * <pre>{@code
 * LabelledImages test = new IdxReader().read(
 *         folder.resolve("t10k-images-idx3-ubyte.gz"), folder.resolve("t10k-labels-idx1-ubyte.gz"), 10);
 * }</pre>
 */
public final class IdxReader {
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final long memoryLimit;

    /** A reader that takes files of up to three quarters of the memory that the JVM may use. */
    public IdxReader() {
        this(Runtime.getRuntime().maxMemory() / 4 * 3);
    }

    /**
     * A reader with its own limit.
     *
     * @param memoryLimit the largest set that is read, in bytes of pixels; 2 GiB are the limit in any case
     */
    public IdxReader(long memoryLimit) {
        this.memoryLimit = Math.min(memoryLimit, LARGEST_ARRAY);
    }

    /**
     * Reads one set.
     *
     * @param images the IDX file of images
     * @param labels the IDX file of as many labels
     * @param classes number of classes: labels must be 0 to {@code classes - 1}
     * @return all images with their labels, in the order of the files
     * @throws DataFormatException if a file is not what it should be
     * @throws IOException if a file is missing or cannot be read
     * @throws IllegalArgumentException if {@code classes} is not 1 to 256
     */
    public LabelledImages read(Path images, Path labels, int classes) throws IOException {
        if (classes < 1 || classes > 256) {
            throw new IllegalArgumentException("labels are single bytes: 1 to 256 classes, not " + classes);
        }
        IdxFile.Content y = IdxFile.read(labels, IdxKind.LABELS, memoryLimit);
        IdxFile.Content x = IdxFile.read(images, IdxKind.IMAGES, memoryLimit);
        if (x.count != y.count) {
            throw new DataFormatException(
                    labels,
                    "has " + y.count + " labels, but " + images + " has " + x.count
                            + " images: the two files do not belong together");
        }
        for (int i = 0; i < y.count; i++) {
            int label = y.bytes[i] & 0xFF;
            if (label >= classes) {
                throw new DataFormatException(
                        labels,
                        "label " + label + " at position " + i + " is out of range: " + classes + " classes are 0 to "
                                + (classes - 1));
            }
        }
        return LabelledImages.owning(x.bytes, y.bytes, 1, x.height, x.width, classes);
    }
}
