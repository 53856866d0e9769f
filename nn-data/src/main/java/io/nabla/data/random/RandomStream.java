package io.nabla.data.random;

import java.util.random.RandomGenerator;

/**
 * A small random generator whose numbers are the same for ever: SplitMix64 (Steele, Lea, Flood: "Fast splittable
 * pseudorandom number generators", 2014).
 */
public final class RandomStream implements RandomGenerator {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double SQRT_3 = 1.7320508075688772;

    private long state;

    private RandomStream(long state) {
        this.state = state;
    }

    /** The stream of one seed, or one of many unrelated streams of it when further keys are given. */
    public static RandomStream of(long seed, long... keys) {
        long state = mix(seed + GOLDEN_GAMMA);
        for (long key : keys) {
            state = mix(state ^ mix(key + GOLDEN_GAMMA));
        }
        return new RandomStream(state);
    }

    @Override
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** A whole number from 0 to {@code bound - 1}. The bias of the multiplication is below 2^-53 times the bound. */
    public int below(int bound) {
        return (int) (nextDouble() * bound);
    }

    /** A uniform number in [0, 1), a multiple of 2^-53. */
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** A uniform number in [low, high). */
    public double uniform(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /**
     * A number from a bell curve with mean 0 and the given standard deviation, never further out than 3.5 of them: the
     * sum of four uniform numbers. Unlike a true Gaussian it takes no logarithm and has no wild outliers.
     */
    public double bell(double standardDeviation) {
        double sum = nextDouble() + nextDouble() + nextDouble() + nextDouble() - 2;
        return sum * SQRT_3 * standardDeviation;
    }

    private static long mix(long z) {
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
