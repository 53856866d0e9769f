package io.nabla.io.onnx;

import io.nabla.io.ModelFormatException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads a message of protobuf, field by field, without trust: a length is held against the bytes that are left before it is taken.
 *
 * <pre>{@code
 * while (reader.next()) {
 *     switch (reader.field()) {
 *         case 1 -> version = reader.whole();
 *         case 7 -> graph(reader.message());
 *         default -> reader.skip();
 *     }
 * }
 * }</pre>
 *
 * <p>Nothing is copied: bytes and messages in a message are views of the file's bytes.
 */
final class ProtoReader {
    /** The longest text that is taken, in bytes, such as the name of a value. */
    private static final int MAX_TEXT = 4096;

    private final Path file;
    private final ByteBuffer bytes;
    private int field;
    private int wireType;
    private int fieldAt;

    /**
     * A message.
     *
     * @param bytes all bytes of the file, of which those from the position to the limit are the message
     */
    ProtoReader(Path file, ByteBuffer bytes) {
        this.file = file;
        this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        this.fieldAt = bytes.position();
    }

    /** Goes to the next field; false at the end. The field before must have been read or skipped. */
    boolean next() throws ModelFormatException {
        fieldAt = bytes.position();
        if (!bytes.hasRemaining()) {
            return false;
        }
        long tag = varint();
        wireType = (int) (tag & 7);
        if (tag >>> 3 == 0 || tag >>> 3 > 0x1fffffff) {
            throw wrong("a field has the number " + (tag >>> 3) + ", which protobuf does not have");
        }
        field = (int) (tag >>> 3);
        return true;
    }

    /** The number of this field. */
    int field() {
        return field;
    }

    /** Where this field begins in the file. */
    long position() {
        return fieldAt;
    }

    /** The whole number that this field is. */
    long whole() throws ModelFormatException {
        expect(WireType.VARINT, "a whole number");
        return varint();
    }

    /** Whether this field is bytes, as lists of numbers are that are packed. */
    boolean isBytes() {
        return wireType == WireType.BYTES;
    }

    /** The float that this field is. */
    float number() throws ModelFormatException {
        expect(WireType.FOUR_BYTES, "a float");
        need(Float.BYTES);
        return bytes.getFloat();
    }

    /** The text that this field is. */
    String text() throws ModelFormatException {
        return text(MAX_TEXT);
    }

    /** The text that this field is, of at most so many bytes. */
    String text(int most) throws ModelFormatException {
        ByteBuffer text = bytes();
        if (text.remaining() > most) {
            throw wrong("a text of " + text.remaining() + " bytes stands where at most " + most + " are read");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
        } catch (CharacterCodingException e) {
            throw new ModelFormatException(file, fieldAt, "a text is not UTF-8", e);
        }
    }

    /** The bytes that this field is, from the position to the limit of a view of the file's bytes. */
    ByteBuffer bytes() throws ModelFormatException {
        expect(WireType.BYTES, "a message, a text or bytes");
        long length = varint();
        if (length < 0 || length > bytes.remaining()) {
            throw wrong("field " + field + " says that it has " + Long.toUnsignedString(length) + " bytes, but only "
                    + bytes.remaining() + " are left");
        }
        ByteBuffer view = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        view.limit(bytes.position() + (int) length);
        bytes.position(view.limit());
        return view;
    }

    /** The message that this field is. */
    ProtoReader message() throws ModelFormatException {
        return new ProtoReader(file, bytes());
    }

    /** Passes over this field. */
    void skip() throws ModelFormatException {
        switch (wireType) {
            case WireType.VARINT -> varint();
            case WireType.EIGHT_BYTES -> pass(Long.BYTES);
            case WireType.BYTES -> bytes();
            case WireType.FOUR_BYTES -> pass(Integer.BYTES);
            default -> throw wrong("field " + field + " is of wire type " + wireType + ", which is not read");
        }
    }

    /** A number of a list that is packed: as it stands here, without a field. */
    long varint() throws ModelFormatException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            need(1);
            byte next = bytes.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw wrong("a whole number has more than ten bytes");
    }

    /** Whether something is left. */
    boolean hasRemaining() {
        return bytes.hasRemaining();
    }

    /** The refusal of this field. */
    ModelFormatException wrong(String problem) {
        return new ModelFormatException(file, fieldAt, problem);
    }

    private void expect(int wanted, String what) throws ModelFormatException {
        if (wireType != wanted) {
            throw wrong("field " + field + " is " + what + ", but got wire type " + wireType);
        }
    }

    private void pass(int count) throws ModelFormatException {
        need(count);
        bytes.position(bytes.position() + count);
    }

    private void need(int count) throws ModelFormatException {
        if (bytes.remaining() < count) {
            throw new ModelFormatException(
                    file, bytes.position(), "the file or a message in it ends here, in the midst of a field");
        }
    }
}
