package io.nabla.io;

import io.nabla.api.Precision;

/** How safetensors stores a number; other types of the format, such as halves, are not read. */
public enum TensorType {
    /** IEEE 754 binary32, little-endian. */
    F32(Precision.FLOAT),
    /** IEEE 754 binary64, little-endian. */
    F64(Precision.DOUBLE),
    /** Whole numbers of 64 bits, little-endian, such as PyTorch's counters of mini-batches. */
    I64(Precision.DOUBLE);

    private final Precision precision;

    TensorType(Precision precision) {
        this.precision = precision;
    }

    /** The precision of matrices that hold such numbers exactly, whole ones up to 2⁵³. */
    public Precision precision() {
        return precision;
    }

    /** The type that stores numbers of a precision exactly. */
    public static TensorType of(Precision precision) {
        return precision == Precision.DOUBLE ? F64 : F32;
    }
}
