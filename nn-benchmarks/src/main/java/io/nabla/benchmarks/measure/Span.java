package io.nabla.benchmarks.measure;

/**
 * How long something took.
 *
 * @param wall seconds on the wall's clock
 * @param cpu seconds of CPU time, of all threads of this process together; NaN if unknown
 */
public record Span(double wall, double cpu) {
    private static final double LEAST_SHARE = 0.9;
    private static final double LEAST_SECONDS = 0.5;

    /** Whether a good part of the time went to other programs, so that it tells little; never for a span too short to tell. */
    public boolean isDisturbed() {
        return wall >= LEAST_SECONDS && cpu < LEAST_SHARE * wall;
    }
}
