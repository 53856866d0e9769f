package io.nabla.data;

import io.nabla.data.files.AtomicFile;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Writes labelled images as a pair of IDX files, MNIST's own format; {@link IdxReader} reads them back.
 *
 * <p>A file whose name ends with {@code .gz} is gzip-compressed. A file appears whole or not at all, and replaces one of
 * the same name.
 *
 * <pre>{@code
 * LabelledImages test = new SyntheticDigits(42).test(2_000);
 * IdxWriter.write(test, folder.resolve("t10k-images-idx3-ubyte.gz"), folder.resolve("t10k-labels-idx1-ubyte.gz"));
 * }</pre>
 */
public final class IdxWriter {
    private IdxWriter() {}

    /**
     * Writes one set.
     *
     * @param set the images and labels, at least one of each
     * @param images the file for the images
     * @param labels the file for the labels
     * @throws IOException if writing fails
     * @throws IllegalArgumentException if the set is empty, which the format's readers refuse, or has more than one channel
     */
    public static void write(LabelledImages set, Path images, Path labels) throws IOException {
        if (set.size() == 0) {
            throw new IllegalArgumentException("an empty set cannot be written as IDX files");
        }
        if (set.channels() != 1) {
            throw new IllegalArgumentException("IDX files of images have 1 channel, but the set has " + set.channels());
        }
        writeFile(images, out -> {
            out.writeInt(IdxKind.IMAGES.magic);
            out.writeInt(set.size());
            out.writeInt(set.height());
            out.writeInt(set.width());
            byte[] pixels = new byte[set.pixelsPerImage()];
            for (int i = 0; i < set.size(); i++) {
                set.copyPixels(i, pixels, 0);
                out.write(pixels);
            }
        });
        writeFile(labels, out -> {
            out.writeInt(IdxKind.LABELS.magic);
            out.writeInt(set.size());
            for (int i = 0; i < set.size(); i++) {
                out.writeByte(set.label(i));
            }
        });
    }

    private static void writeFile(Path target, Content content) throws IOException {
        boolean gzip = target.getFileName().toString().endsWith(".gz");
        try (AtomicFile file = AtomicFile.replacing(target)) {
            OutputStream compressed = gzip ? new GZIPOutputStream(file.out()) : file.out();
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(compressed));
            content.writeTo(out);
            out.close();
            file.commit();
        }
    }

    /** What goes into a file. */
    private interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }
}
