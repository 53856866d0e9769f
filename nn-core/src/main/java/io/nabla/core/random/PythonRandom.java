package io.nabla.core.random;

import io.nabla.api.State;
import io.nabla.api.Stateful;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Python's generator: after {@code random.seed(s)}, the numbers of {@code random.random()}.
 *
 * <p>It is not thread-safe.
 */
public final class PythonRandom implements RandomGenerator, Stateful {
    private final Mt19937 bits;

    /**
     * The generator after {@code random.seed(seed)}.
     *
     * @param seed not negative
     */
    public PythonRandom(int seed) {
        this.bits = Mt19937.seededByList(Seeds.checked(seed));
    }

    @Override
    public int nextInt() {
        return bits.next();
    }

    @Override
    public long nextLong() {
        return bits.nextLong();
    }

    @Override
    public Optional<State> state() {
        return Optional.of(bits.state());
    }

    @Override
    public void restore(State state) {
        bits.restore(state);
    }

    /** Uniform in [0, 1), as {@code random.random()}. */
    @Override
    public double nextDouble() {
        return bits.nextDouble();
    }
}
