package io.nabla.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Builds the bytes of IDX files for tests, right and wrong ones. */
public final class IdxBytes {
    private IdxBytes() {}

    /** A header of any numbers, then any bytes. */
    public static byte[] idx(int magic, int[] dimensions, byte... content) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * dimensions.length + content.length);
        bytes.putInt(magic);
        for (int size : dimensions) {
            bytes.putInt(size);
        }
        return bytes.put(content).array();
    }

    public static byte[] images(int count, int height, int width) {
        byte[] pixels = new byte[count * height * width];
        for (int p = 0; p < pixels.length; p++) {
            pixels[p] = (byte) (p * 7);
        }
        return idx(0x803, new int[] {count, height, width}, pixels);
    }

    public static byte[] labels(int... labels) {
        byte[] bytes = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            bytes[i] = (byte) labels[i];
        }
        return idx(0x801, new int[] {labels.length}, bytes);
    }

    public static byte[] gzip(byte... bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }

    public static byte[] concat(byte[] a, byte... b) {
        return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
    }
}
