package io.nabla.core.random;

import org.apache.commons.math3.random.MersenneTwister;

/** The Mersenne Twister's 32-bit outputs, made into doubles as NumPy and Python make them. */
final class Mt19937 {
    private final MersenneTwister twister;

    Mt19937(MersenneTwister twister) {
        this.twister = twister;
    }

    /** 32 random bits. */
    int next() {
        return twister.nextInt();
    }

    /** Uniform in [0, 1) with 53 random bits: 27 of one output above 26 of the next. */
    double nextDouble() {
        int high = twister.nextInt() >>> 5;
        int low = twister.nextInt() >>> 6;
        return (((long) high << 26) + low) * 0x1.0p-53;
    }

    /** 64 random bits, the first output above the second. */
    long nextLong() {
        return ((long) twister.nextInt() << 32) | (twister.nextInt() & 0xffffffffL);
    }
}
