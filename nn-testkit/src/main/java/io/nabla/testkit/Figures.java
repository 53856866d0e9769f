package io.nabla.testkit;

import io.nabla.api.Matrix;
import java.util.Locale;

/** How numbers and places are written in messages. */
final class Figures {
    private Figures() {}

    /** A number in six digits. */
    static String text(double x) {
        return text(x, Double.NaN);
    }

    /** A number in six digits, or in all where the other would look the same. */
    static String text(double x, double other) {
        String brief = brief(x);
        return brief.equals(brief(other)) ? Double.toString(x) : brief;
    }

    /** Both numbers: {@code expected 0.25 but got 0.5}. */
    static String both(double expected, double actual) {
        return "expected " + text(expected, actual) + " but got " + text(actual, expected);
    }

    /** Where the element of an index stands: {@code (row 2, column 0)}. */
    static String place(Matrix matrix, int index) {
        return "(row " + index % matrix.rows() + ", column " + index / matrix.rows() + ")";
    }

    private static String brief(double x) {
        if (!Double.isFinite(x) || (x == Math.rint(x) && Math.abs(x) < 1e6)) {
            String all = Double.toString(x);
            return all.endsWith(".0") ? all.substring(0, all.length() - 2) : all;
        }
        String digits = String.format(Locale.ROOT, "%.6g", x);
        int exponent = digits.indexOf('e');
        String mantissa = exponent < 0 ? digits : digits.substring(0, exponent);
        return mantissa.replaceFirst("\\.?0+$", "") + (exponent < 0 ? "" : digits.substring(exponent));
    }
}
