package io.nabla.data.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Reads exactly one gzip member (RFC 1952) and refuses anything after it.
 *
 * <p>{@link java.util.zip.GZIPInputStream} ignores garbage after the data and calls itself once for every further
 * member, so a small hostile file of many empty members overflows its stack. This one does neither.
 *
 * <p>{@code read} throws an {@link EOFException} where the file ends early and a {@link ZipException} where it is broken:
 * bad header, bad data, wrong checksum or length, or bytes after the end.
 */
public final class StrictGzipInputStream extends InflaterInputStream {
    private static final int MAGIC = 0x8B1F;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA_FIELD = 4;
    private static final int FILE_NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final CRC32 checksum = new CRC32();
    private boolean ended;
    private int takenFromBuffer;

    private StrictGzipInputStream(InputStream in) {
        super(in, new Inflater(true), 8192);
    }

    /**
     * Opens a gzip stream.
     *
     * @param in the compressed bytes; closed with the stream
     * @return the decompressed bytes
     * @throws ZipException if these are not gzip data
     * @throws EOFException if the header is cut off
     * @throws IOException if reading fails
     */
    public static StrictGzipInputStream open(InputStream in) throws IOException {
        skipHeader(in);
        return new StrictGzipInputStream(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        int n = super.read(bytes, offset, length);
        if (n > 0) {
            checksum.update(bytes, offset, n);
        } else {
            ended = true;
            checkTrailer();
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        inf.end();
        super.close();
    }

    private static void skipHeader(InputStream in) throws IOException {
        if (readShort(in) != MAGIC || readByte(in) != DEFLATE) {
            throw new ZipException("no gzip header");
        }
        int flags = readByte(in);
        if ((flags & RESERVED) != 0) {
            throw new ZipException("unknown flags in the gzip header");
        }
        in.skipNBytes(6); // time, level, operating system
        if ((flags & EXTRA_FIELD) != 0) {
            in.skipNBytes(readShort(in));
        }
        if ((flags & FILE_NAME) != 0) {
            skipText(in);
        }
        if ((flags & COMMENT) != 0) {
            skipText(in);
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            in.skipNBytes(2);
        }
    }

    private void checkTrailer() throws IOException {
        long crc = readInt();
        long length = readInt();
        if (crc != checksum.getValue()) {
            throw new ZipException("wrong checksum");
        }
        if (length != (inf.getBytesWritten() & 0xFFFFFFFFL)) {
            throw new ZipException("wrong length");
        }
        if (nextByte() >= 0) {
            throw new ZipException("more bytes after the end of the compressed data");
        }
    }

    private long readInt() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int b = nextByte();
            if (b < 0) {
                throw new EOFException("the checksum is cut off");
            }
            value |= (long) b << shift;
        }
        return value;
    }

    /** The next byte behind the deflate data: first what the inflater left in the buffer, then the rest of the file. */
    private int nextByte() throws IOException {
        int left = inf.getRemaining() - takenFromBuffer;
        return left > 0 ? buf[len - inf.getRemaining() + takenFromBuffer++] & 0xFF : in.read();
    }

    private static void skipText(InputStream in) throws IOException {
        while (readByte(in) != 0) {
            // the text ends with a zero byte
        }
    }

    private static int readShort(InputStream in) throws IOException {
        return readByte(in) | readByte(in) << 8;
    }

    private static int readByte(InputStream in) throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new EOFException("the gzip header is cut off");
        }
        return b;
    }
}
