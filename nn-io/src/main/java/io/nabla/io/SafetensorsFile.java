package io.nabla.io;

import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A safetensors file, open for reading: named tensors of floats, doubles or whole numbers, and texts beside them.
 *
 * <p>The file is not trusted. Its header is checked as a whole when the file is opened, before anything is made of it; it takes
 * at most 16 MB, and numbers are read piece by piece into matrices that are there already.
 *
 * <pre>{@code
 * try (SafetensorsFile file = SafetensorsFile.open(path)) {
 *     file.read("1.weights", weights);
 * }
 * }</pre>
 *
 * @see <a href="https://huggingface.co/docs/safetensors/index#format">the format</a>
 */
public final class SafetensorsFile implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    private final SafetensorsHeader header;
    private final long dataBegin;

    private SafetensorsFile(Path path, FileChannel channel, SafetensorsHeader header, long dataBegin) {
        this.path = path;
        this.channel = channel;
        this.header = header;
        this.dataBegin = dataBegin;
    }

    /**
     * Opens a file.
     *
     * @throws ModelFormatException if it is no safetensors file, or one that cannot be read
     * @throws IOException if it is not there, or may not be read
     */
    public static SafetensorsFile open(Path path) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new ModelFormatException(
                    path, 0, "is no file of tensors but " + (Files.isDirectory(path) ? "a folder" : "something else"));
        }
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return open(path, channel);
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    private static SafetensorsFile open(Path path, FileChannel channel) throws IOException {
        long size = channel.size();
        int lengthBytes = SafetensorsHeader.LENGTH_BYTES;
        if (size < lengthBytes + 2) {
            throw new ModelFormatException(
                    path, 0, "is no safetensors file: it has " + size + " bytes, too few for a header");
        }
        ByteBuffer length = ByteBuffer.allocate(lengthBytes).order(ByteOrder.LITTLE_ENDIAN);
        fill(path, channel, length, 0);
        long bytes = length.getLong();
        if (bytes < 2 || bytes > SafetensorsHeader.MAX_BYTES || bytes > size - lengthBytes) {
            throw new ModelFormatException(
                    path,
                    0,
                    "is no safetensors file: it says that its header has " + Long.toUnsignedString(bytes)
                            + " bytes; 2 to " + Math.min(SafetensorsHeader.MAX_BYTES, size - lengthBytes)
                            + " are possible");
        }
        ByteBuffer json = ByteBuffer.allocate((int) bytes);
        fill(path, channel, json, lengthBytes);
        long dataBegin = lengthBytes + bytes;
        SafetensorsHeader header = SafetensorsHeader.parse(path, json.array(), size - dataBegin);
        return new SafetensorsFile(path, channel, header, dataBegin);
    }

    /** The texts of the file, by their keys. */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(header.metadata());
    }

    /** What the file holds, in the order of its header. */
    public List<TensorInfo> tensors() {
        return List.copyOf(header.tensors().values());
    }

    private TensorInfo tensor(String name) throws ModelFormatException {
        TensorInfo tensor = header.tensors().get(name);
        if (tensor == null) {
            throw new ModelFormatException(
                    path, SafetensorsHeader.LENGTH_BYTES, "no tensor " + SafetensorsHeader.quoted(name) + " is there");
        }
        return tensor;
    }

    /**
     * Reads a tensor of one or two dimensions into a matrix: a list of n numbers is a matrix of n rows and one column.
     *
     * @param matrix of the tensor's shape; overwritten
     * @throws ModelFormatException if there is no such tensor, it has another shape, more precise numbers than the matrix, or
     *     numbers that are NaN or infinite
     */
    public void read(String name, Matrix matrix) throws IOException {
        readDigested(name, matrix);
    }

    /** Reads a tensor that may hold NaN or infinity, as what an optimizer remembers may. */
    void readAnything(String name, Matrix matrix) throws IOException {
        TensorInfo tensor = tensor(name);
        check(tensor, matrix);
        read(tensor, matrix, false, false);
    }

    /** As {@link #read(String, Matrix)}, and gives the SHA-256 of the tensor's bytes. */
    String readDigested(String name, Matrix matrix) throws IOException {
        TensorInfo tensor = tensor(name);
        check(tensor, matrix);
        return read(tensor, matrix, false, true).hex();
    }

    /**
     * Reads a tensor of any number of dimensions, whose first tells the rows of a matrix and the others together its columns: such as the
     * filters of a convolution, filters × channels × height × width.
     *
     * @param matrix of as many rows and numbers; overwritten
     * @throws ModelFormatException as {@link #read}
     */
    public void readRows(String name, Matrix matrix) throws IOException {
        read(fitting(name, matrix, matrix.rows()), matrix, false, true);
    }

    /**
     * Reads a tensor of any number of dimensions, whose first tells the columns of a matrix and the others together its rows: such as the
     * vectors of an embedding, words × numbers of one.
     *
     * @param matrix of as many columns and numbers; overwritten
     * @throws ModelFormatException as {@link #read}
     */
    public void readColumns(String name, Matrix matrix) throws IOException {
        read(fitting(name, matrix, matrix.columns()), matrix, true, true);
    }

    private TensorInfo fitting(String name, Matrix matrix, int first) throws ModelFormatException {
        TensorInfo tensor = tensor(name);
        boolean fits =
                !tensor.shape().isEmpty() && tensor.shape().get(0) == first && tensor.elements() == matrix.size();
        if (!fits) {
            throw wrongShape(tensor, matrix);
        }
        checkPrecision(tensor, matrix);
        return tensor;
    }

    private Sha256 read(TensorInfo tensor, Matrix matrix, boolean byColumns, boolean isFinite) throws IOException {
        Sha256 sha = new Sha256();
        ByteBuffer buffer =
                ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN).limit(0);
        long position = dataBegin + tensor.begin();
        long end = dataBegin + tensor.end();
        int columns = matrix.columns();
        for (int i = 0; i < matrix.size(); i++) {
            if (!buffer.hasRemaining()) {
                buffer.clear().limit((int) Math.min(BUFFER, end - position));
                fill(path, channel, buffer, position);
                sha.add(buffer);
                position += buffer.limit();
            }
            int row = byColumns ? i % matrix.rows() : i / columns;
            int column = byColumns ? i / matrix.rows() : i % columns;
            long at = position - buffer.remaining();
            double value = switch (tensor.type()) {
                case F32 -> buffer.getFloat();
                case F64 -> buffer.getDouble();
                case I64 -> buffer.getLong();
            };
            if (isFinite && !Double.isFinite(value)) {
                throw new ModelFormatException(
                        path,
                        at,
                        "tensor " + SafetensorsHeader.quoted(tensor.name()) + " holds " + value + " in row " + row
                                + ", column " + column + "; a network has finite numbers");
            }
            matrix.set(row, column, value);
        }
        return sha;
    }

    /** The shape of a tensor that must be there. */
    List<Long> shape(String name) throws ModelFormatException {
        return tensor(name).shape();
    }

    /** Where the numbers of a tensor begin in the file. */
    long position(String name) throws ModelFormatException {
        return dataBegin + tensor(name).begin();
    }

    private void check(TensorInfo tensor, Matrix matrix) throws ModelFormatException {
        List<Long> shape = tensor.shape();
        boolean isColumn = shape.size() == 1 && matrix.columns() == 1 && shape.get(0) == matrix.rows();
        boolean isMatrix = shape.equals(List.of((long) matrix.rows(), (long) matrix.columns()));
        if (!isColumn && !isMatrix) {
            throw wrongShape(tensor, matrix);
        }
        checkPrecision(tensor, matrix);
    }

    private ModelFormatException wrongShape(TensorInfo tensor, Matrix matrix) {
        return new ModelFormatException(
                path,
                tensor.position(),
                "tensor " + SafetensorsHeader.quoted(tensor.name()) + " has the shape " + tensor.shape()
                        + ", but the network wants " + matrix.rows() + " rows and " + matrix.columns() + " columns");
    }

    private void checkPrecision(TensorInfo tensor, Matrix matrix) throws ModelFormatException {
        if (tensor.type().precision() == Precision.DOUBLE && matrix.precision() == Precision.FLOAT) {
            throw new ModelFormatException(
                    path,
                    tensor.position(),
                    "tensor " + SafetensorsHeader.quoted(tensor.name())
                            + " holds doubles, which floats would round; take a" + " network of doubles");
        }
    }

    /** Reads until the buffer is full, and turns it to be read. */
    private static void fill(Path path, FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new ModelFormatException(
                        path, position + buffer.position(), "the file ends here, earlier than it was");
            }
        }
        buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
