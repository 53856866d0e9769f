package io.nabla.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.nabla.api.Matrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes a safetensors file: the length of a header, the header in JSON, and the numbers of all matrices row by row.
 *
 * <pre>{@code
 * SafetensorsWriter.write(path, Map.of("note", "a test"), NamedMatrix.of(network));
 * }</pre>
 *
 * <p>In Python, {@code safetensors.numpy.load_file(path)["1.weights"]} is then the matrix, outputs × inputs.
 */
public final class SafetensorsWriter {
    private static final int ALIGNMENT = 8;

    private SafetensorsWriter() {}

    /**
     * Writes a file, which replaces one of the same name only when it is whole.
     *
     * @param metadata texts to keep with them
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if two matrices have the same name, or the header would be too long to be read again
     */
    public static void write(Path file, Map<String, String> metadata, List<NamedMatrix> matrices) throws IOException {
        byte[] header = header(metadata, matrices, false);
        checkReadable(file, header, matrices, 0);
        WholeFile.write(file, channel -> write(header, matrices, bytes -> drain(bytes, channel)));
    }

    /** Writes a file that ends with a {@link Seal}, by which a damaged byte is found. */
    static void writeSealed(Path file, Map<String, String> metadata, List<NamedMatrix> matrices) throws IOException {
        byte[] header = header(metadata, matrices, true);
        checkReadable(file, header, matrices, Seal.BYTES);
        WholeFile.write(file, channel -> {
            Sha256 sha = new Sha256();
            write(header, matrices, bytes -> {
                sha.add(bytes);
                drain(bytes, channel);
            });
            drain(ByteBuffer.wrap(sha.bytes()), channel);
        });
    }

    private static void write(byte[] header, List<NamedMatrix> matrices, RowBytes.Sink sink) throws IOException {
        ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        sink.take(length.putLong(header.length).flip());
        sink.take(ByteBuffer.wrap(header));
        for (NamedMatrix named : matrices) {
            RowBytes.write(named.matrix(), sink);
        }
    }

    private static void checkNames(List<NamedMatrix> matrices) {
        long names = matrices.stream().map(NamedMatrix::name).distinct().count();
        if (names != matrices.size()) {
            throw new IllegalArgumentException("two matrices have the same name: "
                    + matrices.stream().map(NamedMatrix::name).toList());
        }
    }

    /** Nothing is written that the reader would refuse: it looks at the header now, by the limits that it will have then. */
    private static void checkReadable(Path file, byte[] header, List<NamedMatrix> matrices, int sealBytes)
            throws IOException {
        if (header.length > SafetensorsHeader.MAX_BYTES) {
            throw new IllegalArgumentException("the header would have " + header.length + " bytes, but only "
                    + SafetensorsHeader.MAX_BYTES + " are read again; keep less metadata");
        }
        long dataBytes = sealBytes;
        for (NamedMatrix named : matrices) {
            dataBytes +=
                    (long) named.matrix().size() * named.matrix().precision().bytes();
        }
        try {
            SafetensorsHeader.parse(file, header, dataBytes);
        } catch (ModelFormatException e) {
            throw new IllegalArgumentException("what would be written could not be read again: " + e.getMessage(), e);
        }
    }

    private static byte[] header(Map<String, String> metadata, List<NamedMatrix> matrices, boolean isSealed)
            throws IOException {
        checkNames(matrices);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeObjectFieldStart("__metadata__");
            for (Map.Entry<String, String> text : metadata.entrySet()) {
                json.writeStringField(text.getKey(), text.getValue());
            }
            json.writeEndObject();
            long begin = 0;
            for (NamedMatrix named : matrices) {
                Matrix matrix = named.matrix();
                long end = begin + (long) matrix.size() * matrix.precision().bytes();
                json.writeObjectFieldStart(named.name());
                json.writeStringField("dtype", TensorType.of(matrix.precision()).name());
                json.writeFieldName("shape");
                int[] shape = {matrix.rows(), matrix.columns()};
                json.writeArray(shape, 0, named.isList() ? 1 : 2);
                json.writeFieldName("data_offsets");
                json.writeArray(new long[] {begin, end}, 0, 2);
                json.writeEndObject();
                begin = end;
            }
            if (isSealed) {
                json.writeObjectFieldStart(Seal.NAME);
                json.writeStringField("dtype", TensorType.F64.name());
                json.writeFieldName("shape");
                json.writeArray(new int[] {Seal.BYTES / Double.BYTES}, 0, 1);
                json.writeFieldName("data_offsets");
                json.writeArray(new long[] {begin, begin + Seal.BYTES}, 0, 2);
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        while (bytes.size() % ALIGNMENT != 0) {
            bytes.write(' '); // so that the numbers begin where a processor likes them to
        }
        return bytes.toByteArray();
    }

    private static void drain(ByteBuffer buffer, FileChannel channel) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
