package io.nabla.testkit;

/**
 * The numbers between two ends, both finite.
 *
 * @param low the lower end
 * @param high the upper end, greater than the lower
 */
public record Range(double low, double high) {
    /** What a logistic output can be: 0 to 1. */
    public static final Range UNIT = new Range(0, 1);

    /**
     * Checks the ends.
     *
     * @throws IllegalArgumentException if one is not finite, or low is not below high
     */
    public Range {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low >= high) {
            throw new IllegalArgumentException(
                    "a range has finite ends, the lower first, but got " + low + " and " + high);
        }
    }

    /** The range without a part of it at each end, where numbers saturate. */
    Range inner(double part) {
        double margin = part * (high - low);
        return new Range(low + margin, high - margin);
    }
}
