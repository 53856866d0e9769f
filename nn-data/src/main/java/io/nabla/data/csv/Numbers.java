package io.nabla.data.csv;

import java.util.Locale;
import java.util.Set;

/**
 * Numbers in cells: digits with a sign, a decimal point and an exponent, such as {@code -1.5e3}.
 *
 * <p>{@link Double#parseDouble} alone takes more: {@code 1d} or {@code 0x1p3} are words here.
 */
final class Numbers {
    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");
    private static final int EXACT_DIGITS = 15;
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private Numbers() {}

    /** The number in a cell; NaN if there is none, and infinite if it is not finite or beyond ±3.4e38, the largest float. */
    static double parse(String cell) {
        int end = cell.length();
        int i = end > 0 && (cell.charAt(0) == '-' || cell.charAt(0) == '+') ? 1 : 0;
        long digits = 0;
        int count = 0;
        int decimals = 0;
        boolean point = false;
        for (; i < end; i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = 10 * digits + (c - '0'); // may overflow; then it is not used
                count++;
                decimals += point ? 1 : 0;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (count == 0) {
            return isNotFinite(cell) ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        if (i == end && count <= EXACT_DIGITS) {
            // Both are exact, so the division rounds once, to the same number as parseDouble.
            double number = digits / POWERS_OF_TEN[decimals];
            return cell.charAt(0) == '-' ? -number : number;
        }
        if (i < end && !isExponent(cell, i)) {
            return Double.NaN;
        }
        double number = Double.parseDouble(cell);
        return Math.abs(number) <= Float.MAX_VALUE ? number : Double.POSITIVE_INFINITY;
    }

    private static boolean isExponent(String cell, int from) {
        if (cell.charAt(from) != 'e' && cell.charAt(from) != 'E') {
            return false;
        }
        int i = from + 1;
        if (i < cell.length() && (cell.charAt(i) == '-' || cell.charAt(i) == '+')) {
            i++;
        }
        boolean some = i < cell.length();
        for (; i < cell.length(); i++) {
            if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
                return false;
            }
        }
        return some;
    }

    private static boolean isNotFinite(String cell) {
        String word = cell.startsWith("-") || cell.startsWith("+") ? cell.substring(1) : cell;
        return word.length() <= 8 && NOT_FINITE.contains(word.toLowerCase(Locale.ROOT));
    }
}
