package io.nabla.testkit;

import io.nabla.api.ElementwiseActivation;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import java.util.stream.DoubleStream;

/** The weighted inputs on which activations are tried. */
final class ActivationPoints {
    /** ε of the central differences, where |z| is at most 1. */
    static final double STEP = 1e-4;

    private static final double[] FIXED = {
        0, 1e-9, 1e-3, 0.01, 0.1, 0.3, 0.5, 0.9, 1, 1.5, 2, 3, 4, 5, 6, 8, 12, 20, 30, 50, 100, 300, 1000
    };

    /** Where exp overflows, underflows or is lost beside 1, and the ends of the range of doubles. */
    private static final double[] SATURATED = {40, -40, 709, -709, 710, -710, 745, -745, 746, -746, 1e4, -1e4};

    private ActivationPoints() {}

    /** Fixed and seeded points, negative ones too, none of them next to a kink. */
    static double[] smooth(double[] kinks) {
        return DoubleStream.concat(
                        DoubleStream.of(FIXED).flatMap(z -> DoubleStream.of(z, -z)),
                        DoubleStream.of(new Draws(1).array(200, -6, 6)))
                .filter(z -> isSmooth(z, kinks))
                .toArray();
    }

    static double stepAt(double z) {
        return STEP * Math.max(1, Math.abs(z));
    }

    private static boolean isSmooth(double z, double[] kinks) {
        for (double kink : kinks) {
            if (Math.abs(z - kink) <= 2 * stepAt(z)) {
                return false;
            }
        }
        return true;
    }

    /** Moves the elements that are next to a kink away from it. */
    static Matrix awayFrom(double[] kinks, Matrix z) {
        for (int i = 0; i < z.size(); i++) {
            while (!isSmooth(z.get(i), kinks)) {
                z.set(i, z.get(i) + 0.0625);
            }
        }
        return z;
    }

    /** Values at which an activation saturates, and the ends of what the precision can hold. */
    static double[] saturated(Precision precision) {
        double huge = precision == Precision.DOUBLE ? 1e308 : 1e38;
        return DoubleStream.concat(DoubleStream.of(SATURATED), DoubleStream.of(huge, -huge))
                .toArray();
    }

    /** Columns that are saturated in every way: all elements alike, one apart from the others, all different. */
    static double[][] saturatedColumns(Precision precision) {
        double[] values = saturated(precision);
        double[][] columns = new double[2 * values.length + 1][values.length];
        for (int i = 0; i < values.length; i++) {
            for (int row = 0; row < values.length; row++) {
                columns[2 * i][row] = values[i];
                columns[2 * i + 1][row] = row == i ? values[i] : 0.5;
            }
        }
        columns[2 * values.length] = values;
        return columns;
    }

    /** What the message says of a derivative that is wrong at a point that may be a kink. */
    static String hint(ElementwiseActivation activation, double z) {
        double step = stepAt(z);
        double left = (activation.value(z) - activation.value(z - step)) / step;
        double right = (activation.value(z + step) - activation.value(z)) / step;
        return Math.abs(left - right) > 100 * step * Math.max(1, Math.max(Math.abs(left), Math.abs(right)))
                ? " If σ has a kink at this point, name it in kinks()."
                : "";
    }
}
