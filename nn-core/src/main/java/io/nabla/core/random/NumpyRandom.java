package io.nabla.core.random;

import io.nabla.api.State;
import io.nabla.api.Stateful;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * NumPy's legacy generator: after {@code np.random.seed(s)}, the numbers of {@code np.random.rand} and
 * {@code np.random.randn}.
 *
 * <p>It is not thread-safe.
 */
public final class NumpyRandom implements RandomGenerator, Stateful {
    private final Mt19937 bits;
    private double kept;
    private boolean hasKept;

    /**
     * The generator after {@code np.random.seed(seed)}.
     *
     * @param seed not negative
     */
    public NumpyRandom(int seed) {
        this.bits = Mt19937.seededBy(Seeds.checked(seed));
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
        State state = bits.state();
        return Optional.of(hasKept ? state.with("kept", kept) : state);
    }

    @Override
    public void restore(State state) {
        bits.restore(state);
        hasKept = state.has("kept");
        kept = hasKept ? state.number("kept") : 0;
    }

    /** Uniform in [0, 1), as {@code np.random.rand()}. */
    @Override
    public double nextDouble() {
        return bits.nextDouble();
    }

    /**
     * Standard normal, as {@code np.random.randn()}: Marsaglia's polar method, two numbers at a time.
     *
     * <p>The logarithm is {@link StrictMath}'s, the same on every machine; NumPy takes its platform's, so the last bit may
     * differ.
     */
    @Override
    public double nextGaussian() {
        if (hasKept) {
            hasKept = false;
            return kept;
        }
        double x1;
        double x2;
        double r2;
        do {
            x1 = 2 * nextDouble() - 1;
            x2 = 2 * nextDouble() - 1;
            r2 = x1 * x1 + x2 * x2;
        } while (r2 >= 1 || r2 == 0);
        double f = Math.sqrt(-2 * StrictMath.log(r2) / r2);
        kept = f * x1;
        hasKept = true;
        return f * x2;
    }
}
