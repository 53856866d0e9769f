package io.nabla.data;

import io.nabla.data.files.StrictGzipInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * One IDX file, read whole: a header with the sizes, then exactly as many bytes as the header promises.
 *
 * <p>The header is not trusted. Before memory is taken for what it promises, the promise is held against the size of the
 * file; never more than one byte beyond it is decompressed.
 */
final class IdxFile {
    /** Deflate packs at most 1032 bytes into one. */
    private static final long BEST_COMPRESSION = 1100;

    private static final long LONGEST_SIDE = 10_000;
    private static final int HEAD = 64;

    private final Path file;
    private final IdxKind kind;
    private final long fileSize;
    private final boolean gzip;
    private final InputStream in;

    private IdxFile(Path file, IdxKind kind, long fileSize, boolean gzip, InputStream in) {
        this.file = file;
        this.kind = kind;
        this.fileSize = fileSize;
        this.gzip = gzip;
        this.in = in;
    }

    /** The checked content: sizes as the header gives them (1 x 1 for labels) and one byte per element. */
    static final class Content {
        final int count;
        final int height;
        final int width;
        final byte[] bytes;

        Content(int count, int height, int width, byte[] bytes) {
            this.count = count;
            this.height = height;
            this.width = width;
            this.bytes = bytes;
        }
    }

    static Content read(Path file, IdxKind kind, long memoryLimit) throws IOException {
        if (Files.isDirectory(file)) {
            throw new DataFormatException(file, "is a folder, not a file of " + kind.plural);
        }
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
            raw.mark(2);
            boolean gzip = raw.read() == 0x1F && raw.read() == 0x8B;
            raw.reset();
            try (InputStream in = gzip ? StrictGzipInputStream.open(raw) : raw) {
                return new IdxFile(file, kind, Files.size(file), gzip, in).content(memoryLimit);
            }
        } catch (EOFException cut) {
            throw new DataFormatException(file, "the gzip data is cut off: download the file again", cut);
        } catch (ZipException broken) {
            throw new DataFormatException(
                    file, "broken gzip data (" + broken.getMessage() + "): download the file again", broken);
        } catch (NoSuchFileException missing) {
            throw (FileNotFoundException) new FileNotFoundException(file + ": no such file").initCause(missing);
        } catch (AccessDeniedException denied) {
            throw new IOException(file + ": may not be read, check its permissions", denied);
        }
    }

    private Content content(long memoryLimit) throws IOException {
        long[] sizes = header();
        long count = sizes[0];
        long height = kind == IdxKind.IMAGES ? sizes[1] : 1;
        long width = kind == IdxKind.IMAGES ? sizes[2] : 1;
        if (count == 0) {
            throw new DataFormatException(file, "holds no " + kind.plural + ": the header says 0");
        }
        if (height < 1 || width < 1 || height > LONGEST_SIDE || width > LONGEST_SIDE) {
            throw new DataFormatException(
                    file,
                    "the header says images of " + height + " x " + width + " pixels; 1 to " + LONGEST_SIDE
                            + " each way can be read");
        }
        byte[] bytes = payload(count * height * width, memoryLimit);
        return new Content((int) count, (int) height, (int) width, bytes);
    }

    /** The sizes in the header: 32-bit and unsigned, so they go into longs. */
    private long[] header() throws IOException {
        byte[] magic = new byte[Integer.BYTES];
        int read = readFully(magic);
        if (read < magic.length) {
            throw new DataFormatException(
                    file,
                    fileSize == 0
                            ? "is empty, not a file of " + kind.plural
                            : "has only " + read + " of the header's " + kind.headerBytes() + " bytes");
        }
        if (ByteBuffer.wrap(magic).getInt() != kind.magic) {
            byte[] head = Arrays.copyOf(magic, HEAD);
            int more = in.readNBytes(head, magic.length, HEAD - magic.length);
            throw new DataFormatException(
                    file,
                    "is not an IDX file of " + kind.plural + " but "
                            + ContentGuess.describe(Arrays.copyOf(head, magic.length + more)));
        }
        byte[] sizes = new byte[kind.headerBytes() - magic.length];
        read = readFully(sizes);
        if (read < sizes.length) {
            throw new DataFormatException(
                    file, "has only " + (magic.length + read) + " of the header's " + kind.headerBytes() + " bytes");
        }
        ByteBuffer header = ByteBuffer.wrap(sizes);
        long[] dimensions = new long[kind.dimensions];
        for (int d = 0; d < dimensions.length; d++) {
            dimensions[d] = Integer.toUnsignedLong(header.getInt());
        }
        return dimensions;
    }

    private byte[] payload(long promised, long memoryLimit) throws IOException {
        String promise = "the header promises " + promised + " bytes of " + kind.plural;
        if (promised > memoryLimit) {
            throw new DataFormatException(file, promise + ", more than the limit of " + memoryLimit);
        }
        long there = fileSize - kind.headerBytes();
        if (!gzip && there != promised) {
            throw there < promised ? truncated(promise, there) : trailing(promise, "the file has " + there);
        }
        if (gzip && promised / BEST_COMPRESSION > fileSize) {
            throw new DataFormatException(
                    file,
                    promise + ", but " + fileSize
                            + " bytes of gzip data cannot hold as many: the file is cut off or forged");
        }
        byte[] bytes = new byte[(int) promised];
        int read = readFully(bytes);
        if (read < promised) {
            throw truncated(promise, read);
        }
        if (in.read() >= 0) {
            throw trailing(promise, "more follow");
        }
        return bytes;
    }

    private DataFormatException truncated(String promise, long there) {
        return new DataFormatException(
                file, "is truncated: " + promise + ", but only " + there + " are there; download the file again");
    }

    private DataFormatException trailing(String promise, String more) {
        return new DataFormatException(file, "has trailing bytes: " + promise + ", but " + more);
    }

    /** Reads until the array is full or the data end, also where gzip data end too early; returns the bytes read. */
    private int readFully(byte[] bytes) throws IOException {
        int read = 0;
        try {
            int n = 0;
            while (read < bytes.length && n >= 0) {
                n = in.read(bytes, read, bytes.length - read);
                read += Math.max(n, 0);
            }
        } catch (EOFException cut) {
            return read; // the caller tells both numbers
        }
        return read;
    }
}
