package io.nabla.testkit;

import java.util.function.DoubleUnaryOperator;

/**
 * How steeply a function rises at a point, by central differences of two steps (Richardson's extrapolation).
 *
 * @param value the derivative
 * @param noise how far rounding may have moved it
 * @param step ε, the wider of the two steps
 * @param isSmooth whether both steps gave nearly the same
 */
record Slope(double value, double noise, double step, boolean isSmooth) {
    /**
     * The slope at a point, from values at most a step away; where the function bends so sharply that two widths
     * disagree, as the softsign does at 0, from values a thousand times nearer.
     */
    static Slope of(DoubleUnaryOperator f, double at, double step) {
        Slope slope = measured(f, at, step);
        return slope.isSmooth ? slope : measured(f, at, step / 1000);
    }

    private static Slope measured(DoubleUnaryOperator f, double at, double step) {
        double[] values = {
            f.applyAsDouble(at - step),
            f.applyAsDouble(at - step / 2),
            f.applyAsDouble(at + step / 2),
            f.applyAsDouble(at + step)
        };
        double wide = (values[3] - values[0]) / ((at + step) - (at - step));
        double narrow = (values[2] - values[1]) / ((at + step / 2) - (at - step / 2));
        double size = 1;
        for (double value : values) {
            size = Math.max(size, Math.abs(value));
        }
        // The function itself may be some units in the last place off the true one.
        double noise = 200 * Math.ulp(size) / step;
        boolean isSmooth = Math.abs(narrow - wide) <= 1e-6 * Math.abs(narrow) + noise;
        return new Slope((4 * narrow - wide) / 3, noise, step, isSmooth);
    }

    /** Whether a derivative from a formula is this one, but for rounding. */
    boolean matches(double derivative) {
        return Math.abs(derivative - value) <= 1e-6 * Math.max(Math.abs(derivative), Math.abs(value)) + noise;
    }

    /** What to say where they do not match: {@code is 1.21, but value rises by 0.93 per unit there (...); ...}. */
    String against(double derivative, String what) {
        return "is " + Figures.text(derivative, value) + " but " + what + " rises by " + Figures.text(value, derivative)
                + " per unit there (central difference, ε " + Figures.text(step) + "); " + question(derivative);
    }

    private String question(double derivative) {
        if (!Double.isFinite(derivative)) {
            return "is something divided by zero, or an infinity subtracted?";
        }
        double factor = derivative / value;
        if (Math.abs(factor + 1) < 1e-4) {
            return "is the sign wrong?";
        }
        return factor > 1e-3 && factor < 1e3
                ? "is a factor missing (" + Figures.text(factor) + " times as much)?"
                : "is a term missing?";
    }
}
