package io.nabla.data.mnist;

import java.time.Duration;

/**
 * How long a download may take before the next mirror is tried.
 *
 * @param silence the longest time without a byte, above zero
 * @param total the longest time for one file, above zero
 */
public record Patience(Duration silence, Duration total) {
    /** 20 seconds of silence, 15 minutes for a file. */
    public static final Patience DEFAULT = new Patience(Duration.ofSeconds(20), Duration.ofMinutes(15));

    /**
     * Checks the times.
     *
     * @throws IllegalArgumentException if one is zero or negative
     */
    public Patience {
        if (silence.isZero() || silence.isNegative() || total.isZero() || total.isNegative()) {
            throw new IllegalArgumentException("times must be above zero: silence " + silence + ", total " + total);
        }
    }
}
