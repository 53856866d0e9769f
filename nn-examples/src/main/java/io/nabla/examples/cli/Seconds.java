package io.nabla.examples.cli;

import java.util.Locale;

/** Durations as people say them. */
public final class Seconds {
    private Seconds() {}

    /** A measured time: {@code 0.87 s}, {@code 12.3 s}, {@code 3 min 20 s} or {@code 2 h 5 min}. */
    public static String inWords(double seconds) {
        if (seconds < 9.995) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        if (seconds < 59.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return roughly(seconds);
    }

    /** An estimated time: {@code 1 s}, {@code 12 s}, {@code 3 min 20 s} or {@code 2 h 5 min}. */
    public static String roughly(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
}
