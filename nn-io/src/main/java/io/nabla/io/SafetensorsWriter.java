package io.nabla.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
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
    private static final int BUFFER = 1 << 16;

    private SafetensorsWriter() {}

    /**
     * Writes a file, which replaces one of the same name only when it is whole.
     *
     * @param metadata texts to keep with them
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if two matrices have the same name, or the header would be too long to be read again
     */
    public static void write(Path file, Map<String, String> metadata, List<NamedMatrix> matrices) throws IOException {
        long names = matrices.stream().map(NamedMatrix::name).distinct().count();
        if (names != matrices.size()) {
            throw new IllegalArgumentException("two matrices have the same name: "
                    + matrices.stream().map(NamedMatrix::name).toList());
        }
        byte[] header = header(metadata, matrices);
        WholeFile.write(file, channel -> {
            ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            drain(length.putLong(header.length), channel);
            ByteBuffer text = ByteBuffer.wrap(header);
            while (text.hasRemaining()) {
                channel.write(text);
            }
            for (NamedMatrix named : matrices) {
                writeRows(named.matrix(), channel);
            }
        });
    }

    private static byte[] header(Map<String, String> metadata, List<NamedMatrix> matrices) throws IOException {
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
            json.writeEndObject();
        }
        while (bytes.size() % ALIGNMENT != 0) {
            bytes.write(' '); // so that the numbers begin where a processor likes them to
        }
        if (bytes.size() > SafetensorsHeader.MAX_BYTES) {
            throw new IllegalArgumentException("the header would have " + bytes.size() + " bytes, but only "
                    + SafetensorsHeader.MAX_BYTES + " are read again; keep less metadata");
        }
        return bytes.toByteArray();
    }

    private static void writeRows(Matrix matrix, FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                if (buffer.remaining() < Double.BYTES) {
                    drain(buffer, channel);
                }
                if (matrix.precision() == Precision.DOUBLE) {
                    buffer.putDouble(matrix.get(row, column));
                } else {
                    buffer.putFloat((float) matrix.get(row, column));
                }
            }
        }
        drain(buffer, channel);
    }

    private static void drain(ByteBuffer buffer, FileChannel channel) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }
}
