package io.nabla.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The last 32 bytes of a sealed file: the SHA-256 of all bytes before them, so that any damaged byte is found.
 *
 * <p>To the format they are one more tensor, {@code sha256}, the last in the file.
 */
final class Seal {
    /** The name of the tensor. */
    static final String NAME = "sha256";

    /** How many bytes it has. */
    static final int BYTES = 32;

    private static final int BUFFER = 1 << 16;

    private Seal() {}

    /**
     * Reads a file from its beginning to its end.
     *
     * @throws ModelFormatException if a byte of it is not what it was when it was written
     * @throws IOException if it cannot be read
     */
    static void check(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long left = channel.size() - BYTES;
            Sha256 sha = new Sha256();
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            while (left > 0) {
                buffer.clear().limit((int) Math.min(BUFFER, left));
                int read = channel.read(buffer);
                if (read < 0) {
                    break;
                }
                sha.add(buffer.flip());
                left -= read;
            }
            ByteBuffer seal = ByteBuffer.allocate(BYTES);
            boolean ends = left != 0;
            while (!ends && seal.hasRemaining()) {
                ends = channel.read(seal) < 0;
            }
            if (ends || !Arrays.equals(seal.array(), sha.bytes())) {
                throw new ModelFormatException(
                        file,
                        Math.max(0, channel.size() - BYTES),
                        "the file is damaged: its last " + BYTES + " bytes are not the SHA-256 of those before them");
            }
        }
    }
}
