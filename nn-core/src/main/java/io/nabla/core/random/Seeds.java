package io.nabla.core.random;

/** What a seed may be. */
final class Seeds {
    private Seeds() {}

    static int checked(int seed) {
        if (seed < 0) {
            throw new IllegalArgumentException("a seed is 0 to " + Integer.MAX_VALUE + ", but got " + seed);
        }
        return seed;
    }
}
