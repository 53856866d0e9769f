package io.nabla.io;

import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The numbers of a matrix as safetensors stores them: row by row, little-endian. */
final class RowBytes {
    private static final int BUFFER = 1 << 16;

    /** Where they go, a piece at a time. */
    interface Sink {
        /** Takes all bytes of the buffer. */
        void take(ByteBuffer bytes) throws IOException;
    }

    private RowBytes() {}

    static void write(Matrix matrix, Sink sink) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                if (buffer.remaining() < Double.BYTES) {
                    drain(buffer, sink);
                }
                if (matrix.precision() == Precision.DOUBLE) {
                    buffer.putDouble(matrix.get(row, column));
                } else {
                    buffer.putFloat((float) matrix.get(row, column));
                }
            }
        }
        drain(buffer, sink);
    }

    private static void drain(ByteBuffer buffer, Sink sink) throws IOException {
        sink.take(buffer.flip());
        buffer.clear();
    }
}
