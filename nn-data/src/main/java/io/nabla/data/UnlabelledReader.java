package io.nabla.data;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Reads images that a network is to recognize, so that nobody has labelled them: one PNG image, or all images of an IDX file.
 *
 * <p>Which of the two a file is, its first bytes tell. Files are not trusted, as with {@link ImageFolderReader} and {@link IdxReader}.
 *
 * <pre>{@code
 * LabelledImages images = new UnlabelledReader(ImageColor.GREY).read(Path.of("three.png"));
 * Dataset data = new ImageDataset(images);   // 1×28×28 inputs; of its wanted outputs nobody takes notice
 * }</pre>
 *
 * @param color the numbers that a pixel of a PNG image becomes; images of an IDX file are grey
 */
public record UnlabelledReader(ImageColor color) {
    private static final int LONGEST_SIDE = 10_000;
    private static final int PNG_BEGIN = 0x89;

    /** Checks that nothing is missing. */
    public UnlabelledReader {
        Objects.requireNonNull(color, "color");
    }

    /**
     * Reads a file.
     *
     * @return the images in the order of the file; all have label 0, of one class
     * @throws DataFormatException if it is neither a PNG image nor an IDX file of images, or is broken
     * @throws IOException if it is missing or cannot be read
     */
    public LabelledImages read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new DataFormatException(file, "is a folder, not a file of images");
        }
        int first;
        try (InputStream in = Files.newInputStream(file)) {
            first = in.read();
        } catch (NoSuchFileException missing) {
            throw (FileNotFoundException) new FileNotFoundException(file + ": no such file").initCause(missing);
        }
        return first == PNG_BEGIN ? png(file) : idx(file);
    }

    private LabelledImages png(Path file) throws IOException {
        PngFile image = PngFile.open(file, LONGEST_SIDE);
        image.checkSize(color, memoryLimit());
        byte[] pixels = new byte[color.channels() * image.height() * image.width()];
        image.copyPixels(color, pixels, 0);
        return LabelledImages.owning(pixels, new byte[1], color.channels(), image.height(), image.width(), 1);
    }

    private static LabelledImages idx(Path file) throws IOException {
        IdxFile.Content images = IdxFile.read(file, IdxKind.IMAGES, memoryLimit());
        return LabelledImages.owning(images.bytes, new byte[images.count], 1, images.height, images.width, 1);
    }

    /** Three quarters of the memory that the JVM may use. */
    private static long memoryLimit() {
        return Math.min(Runtime.getRuntime().maxMemory() / 4 * 3, Integer.MAX_VALUE - 8);
    }
}
