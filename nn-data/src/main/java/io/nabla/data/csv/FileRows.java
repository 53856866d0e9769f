package io.nabla.data.csv;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Rows in a temporary file, all of one length, so that a row is found by its number.
 *
 * <p>The operating system keeps in its memory what is read often. Rows that follow each other are read at once. The file is readable by its
 * owner alone and goes when it is closed, or with the JVM.
 */
final class FileRows implements RowStore {
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    /** In codes; it bounds the memory of a read. */
    private static final int LONGEST_RUN = 1 << 20;

    private final Path file;
    private final FileChannel channel;
    private final int width;
    private int rows;

    private FileRows(Path file, FileChannel channel, int width) {
        this.file = file;
        this.channel = channel;
        this.width = width;
    }

    static FileRows create(Path folder, int width) throws IOException {
        try {
            Path file = Files.createTempFile(folder, "nabla-table-", ".rows"); // for its owner alone
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            return new FileRows(file, channel, width);
        } catch (IOException e) {
            throw new IOException(
                    folder + ": no temporary file can be made in this folder (" + e + "); give another folder", e);
        }
    }

    /** Adds rows at the end. */
    void append(double[] codes, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count * width * Double.BYTES).order(ORDER);
        bytes.asDoubleBuffer().put(codes, 0, count * width);
        try {
            long position = place(rows);
            while (bytes.hasRemaining()) {
                position += channel.write(bytes, position);
            }
        } catch (IOException e) {
            throw new IOException(
                    file + ": " + (place(rows) + bytes.capacity()) + " bytes cannot be written to this temporary file ("
                            + e.getMessage() + "); give a folder with more room",
                    e);
        }
        rows += count;
    }

    private long place(int row) {
        return (long) row * width * Double.BYTES;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public void copy(int[] numbers, int from, int count, double[] codes) {
        int i = 0;
        while (i < count) {
            int first = Objects.checkIndex(numbers[from + i], rows);
            int run = 1;
            while (i + run < count && run * width < LONGEST_RUN && numbers[from + i + run] == first + run) {
                run++;
            }
            Objects.checkFromIndexSize(first, run, rows);
            ByteBuffer bytes = ByteBuffer.allocate(run * width * Double.BYTES).order(ORDER);
            read(bytes, place(first));
            bytes.flip().asDoubleBuffer().get(codes, i * width, run * width);
            i += run;
        }
    }

    private void read(ByteBuffer bytes, long position) {
        try {
            long place = position;
            while (bytes.hasRemaining()) {
                int n = channel.read(bytes, place);
                if (n < 0) {
                    throw new EOFException(file + ": the temporary file was cut off by somebody else");
                }
                place += n;
            }
        } catch (ClosedChannelException e) {
            throw new IllegalStateException("the table's temporary file is closed; close it after the last use", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
