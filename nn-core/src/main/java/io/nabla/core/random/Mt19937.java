package io.nabla.core.random;

import io.nabla.api.State;

/**
 * The Mersenne Twister MT19937, and its 32-bit outputs made into doubles as NumPy and Python make them.
 *
 * <p>Its state are 624 words, which are all renewed after they have been given out; so a checkpoint can keep it.
 *
 * @see <a href="https://doi.org/10.1145/272991.272995">Matsumoto and Nishimura, Mersenne Twister, 1998</a>; the seeding is that of
 *     their program of 2002
 */
final class Mt19937 {
    private static final int N = 624;
    private static final int M = 397;

    private final int[] words = new int[N];
    /** The place of the next word to be given out; N if all were. */
    private int next;

    private Mt19937() {}

    /** Seeded by one number, as their {@code init_genrand}. */
    static Mt19937 seededBy(int seed) {
        Mt19937 twister = new Mt19937();
        int[] x = twister.words;
        x[0] = seed;
        for (int i = 1; i < N; i++) {
            x[i] = 1812433253 * (x[i - 1] ^ (x[i - 1] >>> 30)) + i;
        }
        twister.next = N;
        return twister;
    }

    /** Seeded by a list of one number, as their {@code init_by_array}. */
    static Mt19937 seededByList(int seed) {
        Mt19937 twister = seededBy(19650218);
        int[] x = twister.words;
        int i = 1;
        for (int k = 0; k < N; k++) {
            x[i] = (x[i] ^ ((x[i - 1] ^ (x[i - 1] >>> 30)) * 1664525)) + seed;
            i = behind(x, i);
        }
        for (int k = 1; k < N; k++) {
            x[i] = (x[i] ^ ((x[i - 1] ^ (x[i - 1] >>> 30)) * 1566083941)) - i;
            i = behind(x, i);
        }
        x[0] = 1 << 31;
        return twister;
    }

    /** The place behind i; at the end the last word becomes the first. */
    private static int behind(int[] x, int i) {
        if (i + 1 < N) {
            return i + 1;
        }
        x[0] = x[N - 1];
        return 1;
    }

    /** 32 random bits. */
    int next() {
        if (next == N) {
            renew();
        }
        int y = words[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    /** The recurrence: the upper bit of a word and the lower ones of the one behind, twisted, meet the word M further. */
    private void renew() {
        for (int k = 0; k < N; k++) {
            int y = (words[k] & 0x80000000) | (words[(k + 1) % N] & 0x7fffffff);
            words[k] = words[(k + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
        next = 0;
    }

    /** Uniform in [0, 1) with 53 random bits: 27 of one output above 26 of the next. */
    double nextDouble() {
        int high = next() >>> 5;
        int low = next() >>> 6;
        return (((long) high << 26) + low) * 0x1.0p-53;
    }

    /** 64 random bits, the first output above the second. */
    long nextLong() {
        return ((long) next() << 32) | (next() & 0xffffffffL);
    }

    /** The words, and which comes next. */
    State state() {
        double[] all = new double[N];
        for (int i = 0; i < N; i++) {
            all[i] = words[i];
        }
        return State.empty().with("words", all).with("next", next);
    }

    void restore(State state) {
        double[] all = state.numbers("words", N);
        next = state.integer("next", 0, N);
        for (int i = 0; i < N; i++) {
            words[i] = (int) all[i];
        }
    }
}
