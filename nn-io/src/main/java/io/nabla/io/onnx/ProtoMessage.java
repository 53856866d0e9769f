package io.nabla.io.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message of protobuf to be written, field by field: numbers, bytes, texts, and messages in it.
 *
 * <p>Large bytes are not copied, so a message of all weights takes their memory once.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the wire format of protobuf</a>
 */
final class ProtoMessage {
    private final List<ByteBuffer> pieces = new ArrayList<>();
    private ByteArrayOutputStream open = new ByteArrayOutputStream();
    private long closed;

    /** A whole number, written in groups of seven bits. */
    ProtoMessage whole(int field, long value) {
        varint((long) field << 3 | WireType.VARINT);
        varint(value);
        return this;
    }

    /** A float of four bytes. */
    ProtoMessage number(int field, float value) {
        varint((long) field << 3 | WireType.FOUR_BYTES);
        int bits = Float.floatToIntBits(value);
        for (int i = 0; i < Integer.BYTES; i++) {
            open.write(bits >>> (8 * i));
        }
        return this;
    }

    /** A text in UTF-8. */
    ProtoMessage text(int field, String text) {
        return bytes(field, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Bytes, which must not change any more. */
    ProtoMessage bytes(int field, ByteBuffer bytes) {
        begin(field, bytes.remaining());
        close();
        pieces.add(bytes.duplicate());
        closed += bytes.remaining();
        return this;
    }

    /** A message in this one, which must not change any more. */
    ProtoMessage message(int field, ProtoMessage inner) {
        inner.close();
        begin(field, inner.closed);
        close();
        pieces.addAll(inner.pieces);
        closed += inner.closed;
        return this;
    }

    /** How many bytes it has. */
    long size() {
        return closed + open.size();
    }

    /** Writes all of it. */
    void writeTo(WritableByteChannel channel) throws IOException {
        close();
        for (ByteBuffer piece : pieces) {
            ByteBuffer rest = piece.duplicate();
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }

    private void begin(int field, long length) {
        varint((long) field << 3 | WireType.BYTES);
        varint(length);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            open.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        open.write((int) rest);
    }

    private void close() {
        if (open.size() > 0) {
            pieces.add(ByteBuffer.wrap(open.toByteArray()));
            closed += open.size();
            open = new ByteArrayOutputStream();
        }
    }
}
