package io.nabla.data;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * One PNG file, checked before and while it is decoded.
 *
 * <p>Nothing is decoded before the size in the header is known and found good. Each chunk is held against its checksum, which the JDK's
 * reader leaves out. Text and colour profiles in the file are never unpacked.
 */
final class PngFile {
    /** The signature, and the first chunk as far as the width, the height, and the checksum that ends it. */
    private static final int HEAD = 33;

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int HEADER_CHUNK = 0x49484452;
    private static final int END_CHUNK = 0x49454E44;
    /** A pixel has at most four numbers of 16 bits. */
    private static final long BYTES_PER_PIXEL = 8;
    /** Room for text and profiles. */
    private static final long OTHER_BYTES = 1 << 20;

    private static final int TRANSPARENCY_CHUNK = 0x74524E53;
    private static final int PALETTE = 3;

    /** Deflate packs at most 1032 bytes into one. */
    private static final long BEST_COMPRESSION = 1100;

    private final Path file;
    private final int height;
    private final int width;
    private final int bits;
    private final int colorType;

    private PngFile(Path file, int height, int width, int bits, int colorType) {
        this.file = file;
        this.height = height;
        this.width = width;
        this.bits = bits;
        this.colorType = colorType;
    }

    /** Reads the header alone. */
    static PngFile open(Path file, int longestSide) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        ByteBuffer bytes = ByteBuffer.wrap(head);
        if (head.length < HEAD
                || bytes.getLong() != SIGNATURE
                || bytes.getInt() != 13
                || bytes.getInt() != HEADER_CHUNK) {
            throw new DataFormatException(
                    file, head.length == 0 ? "is empty, not a PNG image" : "is no PNG image, whatever its name says");
        }
        long width = Integer.toUnsignedLong(bytes.getInt());
        long height = Integer.toUnsignedLong(bytes.getInt());
        if (height < 1 || width < 1 || height > longestSide || width > longestSide) {
            throw new DataFormatException(
                    file,
                    "the header says " + height + " x " + width + " pixels; 1 to " + longestSide
                            + " each way can be read");
        }
        return new PngFile(file, (int) height, (int) width, Byte.toUnsignedInt(bytes.get()), bytes.get());
    }

    /**
     * Refuses an image that a file of this length cannot hold, or that takes too much memory.
     *
     * @param memoryLimit the most bytes for the decoded image and its pixels together
     */
    void checkSize(ImageColor color, long memoryLimit) throws IOException {
        long size = Files.size(file);
        long decoded = height * ((long) width * bits * samples() + 7) / 8;
        if (decoded / BEST_COMPRESSION > size) {
            throw new DataFormatException(
                    file,
                    "the header says " + height + " x " + width + " pixels, but " + size
                            + " bytes cannot hold as many: the file is cut off or forged");
        }
        long needed = decoded + (long) color.channels() * height * width;
        if (needed > memoryLimit) {
            throw new DataFormatException(
                    file,
                    "an image of " + height + " x " + width + " pixels needs " + needed
                            + " bytes, more than the limit of " + memoryLimit);
        }
    }

    /** How many numbers a pixel has in the file: red, green and blue or one, and maybe its transparency. */
    private int samples() {
        boolean colored = colorType != PALETTE && (colorType & 2) != 0;
        return (colored ? 3 : 1) + (colorType != PALETTE && (colorType & 4) != 0 ? 1 : 0);
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    /** Writes the pixels, one channel after the other. */
    void copyPixels(ImageColor color, byte[] destination, int position) throws IOException {
        BufferedImage image = decode(checkedBytes());
        if (image.getHeight() != height || image.getWidth() != width) {
            throw new DataFormatException(file, "is a broken PNG image: its header changed while it was read");
        }
        Raster raster = image.getRaster();
        ColorModel colors = image.getColorModel();
        int[] rgb = new int[3];
        int[] samples = new int[raster.getNumBands()];
        int[] bits = raster.getSampleModel().getSampleSize();
        int plane = height * width;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                raster.getPixel(column, row, samples);
                decodePixel(samples, bits, colors, rgb, row, column);
                int place = position + row * width + column;
                if (color == ImageColor.GREY) {
                    destination[place] = (byte) grey(rgb);
                } else {
                    for (int channel = 0; channel < 3; channel++) {
                        destination[place + channel * plane] = (byte) rgb[channel];
                    }
                }
            }
        }
    }

    private static int grey(int[] rgb) {
        // Whole numbers, so that a grey pixel stays as it is and nothing is rounded otherwise anywhere.
        return (299 * rgb[0] + 587 * rgb[1] + 114 * rgb[2] + 500) / 1000;
    }

    /** The numbers as they stand in the file; a colour model would convert grey from one scale of lightness to another. */
    private void decodePixel(int[] samples, int[] bits, ColorModel colors, int[] rgb, int row, int column)
            throws DataFormatException {
        int alpha = 255;
        if (colors instanceof IndexColorModel palette) {
            int index = samples[0];
            if (index >= palette.getMapSize()) {
                throw new DataFormatException(
                        file, "is a broken PNG image: colour " + index + " of " + palette.getMapSize() + " is wanted");
            }
            rgb[0] = palette.getRed(index);
            rgb[1] = palette.getGreen(index);
            rgb[2] = palette.getBlue(index);
            alpha = palette.getAlpha(index);
        } else {
            boolean grey = samples.length < 3;
            for (int channel = 0; channel < 3; channel++) {
                rgb[channel] = scaled(samples[grey ? 0 : channel], bits[grey ? 0 : channel]);
            }
            if (samples.length % 2 == 0) {
                alpha = scaled(samples[samples.length - 1], bits[samples.length - 1]);
            }
        }
        if (alpha != 255) {
            throw new DataFormatException(
                    file,
                    "the pixel in row " + (row + 1) + ", column " + (column + 1)
                            + " is transparent; put the image on a background");
        }
    }

    /** From so many bits to eight. */
    private static int scaled(int sample, int bits) {
        int most = (1 << bits) - 1;
        return (255 * sample + most / 2) / most;
    }

    private byte[] checkedBytes() throws IOException {
        long most = BYTES_PER_PIXEL * height * width + OTHER_BYTES;
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
        }
        if (bytes.length > most) {
            throw new DataFormatException(
                    file, "is larger than " + most + " bytes, too large for " + height + " x " + width + " pixels");
        }
        checkChunks(bytes);
        return bytes;
    }

    /** A chunk has its length, its type, its data, and the checksum of type and data. */
    private void checkChunks(byte[] bytes) throws DataFormatException {
        ByteBuffer chunks = ByteBuffer.wrap(bytes);
        int at = Long.BYTES;
        int type = 0;
        while (type != END_CHUNK) {
            if (bytes.length - at < 12) {
                throw cutOff();
            }
            int length = chunks.getInt(at);
            type = chunks.getInt(at + 4);
            if (length < 0 || length > bytes.length - at - 12) {
                throw cutOff();
            }
            if (type == TRANSPARENCY_CHUNK && colorType != PALETTE) {
                // Some JDKs see it, others do not.
                throw new DataFormatException(file, "has a transparent colour; put the image on a background");
            }
            CRC32 checksum = new CRC32();
            checksum.update(bytes, at + 4, length + 4);
            if ((int) checksum.getValue() != chunks.getInt(at + 8 + length)) {
                throw new DataFormatException(file, "is a broken PNG image: a checksum is wrong at byte " + at);
            }
            at += 12 + length;
        }
    }

    private DataFormatException cutOff() {
        return new DataFormatException(file, "is a broken PNG image: it is cut off");
    }

    private BufferedImage decode(byte[] bytes) throws DataFormatException {
        ImageReader reader = reader();
        String[] warning = new String[1];
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.addIIOReadWarningListener((source, text) -> warning[0] = text);
            reader.setInput(in, true, true);
            BufferedImage image = reader.read(0);
            if (warning[0] != null) {
                throw new DataFormatException(file, "is a broken PNG image (" + warning[0] + ")");
            }
            return image;
        } catch (DataFormatException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The JDK's reader trusts what chunks say and fails in many ways where they are wrong.
            throw new DataFormatException(file, "is a broken PNG image (" + e + ")", e);
        } finally {
            reader.dispose();
        }
    }

    /** The JDK's own reader, also where a library on the class path brings another. */
    private static ImageReader reader() {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
        ImageReader reader = readers.next();
        while (readers.hasNext() && reader.getClass().getModule() != ImageIO.class.getModule()) {
            reader = readers.next();
        }
        return reader;
    }
}
