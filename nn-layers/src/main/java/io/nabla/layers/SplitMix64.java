package io.nabla.layers;

/**
 * Random numbers that need no state: each comes from a key and its place in the row alone.
 *
 * @see <a href="https://doi.org/10.1145/2714064.2660195">Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, 2014</a>
 */
final class SplitMix64 {
    /** 2⁶⁴ divided by the golden ratio. */
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private SplitMix64() {}

    /** What the generator with this key as its seed gives at a place, from 0. */
    static long number(long key, int place) {
        long z = key + (place + 1) * GOLDEN;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
