package io.nabla.api;

import java.util.Locale;

/** How a number is stored: 64 or 32 bits. */
public enum Precision {
    /** IEEE 754 binary64, the book's precision and the default. */
    DOUBLE(Double.BYTES),
    /** IEEE 754 binary32, half the memory and about twice the speed. */
    FLOAT(Float.BYTES);

    private final int bytes;

    Precision(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one number. */
    public int bytes() {
        return bytes;
    }

    /** The lower-case name, {@code double} or {@code float}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
