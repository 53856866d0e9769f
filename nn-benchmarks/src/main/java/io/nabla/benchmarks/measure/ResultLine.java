package io.nabla.benchmarks.measure;

import java.util.Locale;

/**
 * One result as a line of {@code key=value}, the form that runs of other libraries give too, so that all can be put into
 * one table.
 *
 * <pre>{@code
 * new ResultLine().with("workload", "W1").with("epoch_s", 0.31, 4)   // RESULT peer=nabla workload=W1 epoch_s=0.3100
 * }</pre>
 */
public final class ResultLine {
    private final StringBuilder line = new StringBuilder("RESULT peer=nabla");

    /** A line with nothing but the name of this library. */
    public ResultLine() {}

    /** Adds a word or a whole number. */
    public ResultLine with(String key, Object value) {
        line.append(' ').append(key).append('=').append(value);
        return this;
    }

    /** Adds a number with so many decimals. */
    public ResultLine with(String key, double value, int decimals) {
        return with(key, String.format(Locale.ROOT, "%." + decimals + "f", value));
    }

    /** The line, with the version of Java at its end. */
    @Override
    public String toString() {
        return line + " java=" + System.getProperty("java.version");
    }
}
