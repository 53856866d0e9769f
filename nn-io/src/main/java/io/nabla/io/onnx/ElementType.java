package io.nabla.io.onnx;

import io.nabla.api.Precision;
import java.util.Optional;

/** What the elements of a tensor are; other types of ONNX, such as halves and texts, are not read. */
enum ElementType {
    FLOAT(1, Float.BYTES),
    INT32(6, Integer.BYTES),
    INT64(7, Long.BYTES),
    BOOL(9, 1),
    DOUBLE(11, Double.BYTES);

    private final int code;
    private final int bytes;

    ElementType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** ONNX's number of it. */
    int code() {
        return code;
    }

    /** Bytes of one element. */
    int bytes() {
        return bytes;
    }

    /** Whether elements have digits behind the point. */
    boolean isFloating() {
        return this == FLOAT || this == DOUBLE;
    }

    static ElementType of(Precision precision) {
        return precision == Precision.DOUBLE ? DOUBLE : FLOAT;
    }

    static Optional<ElementType> of(long code) {
        for (ElementType type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
