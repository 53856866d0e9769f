package io.nabla.core.random;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.random.MersenneTwister;

/**
 * Python's generator: after {@code random.seed(s)}, the numbers of {@code random.random()}.
 *
 * <p>It is not thread-safe.
 */
public final class PythonRandom implements RandomGenerator {
    private final Mt19937 bits;

    /**
     * The generator after {@code random.seed(seed)}.
     *
     * @param seed not negative
     */
    public PythonRandom(int seed) {
        this.bits = new Mt19937(new MersenneTwister(new int[] {Seeds.checked(seed)}));
    }

    @Override
    public int nextInt() {
        return bits.next();
    }

    @Override
    public long nextLong() {
        return bits.nextLong();
    }

    /** Uniform in [0, 1), as {@code random.random()}. */
    @Override
    public double nextDouble() {
        return bits.nextDouble();
    }
}
