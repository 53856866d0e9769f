package io.nabla.costs;

import io.nabla.api.Matrix;

/** What costs of probabilities share: the check that they are such, and the logarithm that stays finite. */
final class Probabilities {
    private static final double LEAST_LOG = -100;
    /** A softmax may be rounded to a little above 1; that is no mistake of the user. */
    private static final double ROUNDING = 1e-6;

    private Probabilities() {}

    /** ln p, at least -100, and NaN for NaN. */
    static double log(double p) {
        return Math.max(StrictMath.log(Math.max(p, 0)), LEAST_LOG);
    }

    /**
     * Refuses outputs outside 0 to 1. NaN passes: it comes from a training that diverged, which the trainer reports.
     */
    static void requireOutputs(String cost, Matrix a) {
        require(
                a,
                1,
                cost,
                "output",
                "; use an output layer with the activation sigmoid or softmax, or the cost quadratic");
    }

    static void requireTargets(String cost, Matrix y) {
        require(y, 1, cost, "wanted output", "; scale them, or use the cost quadratic");
    }

    static void requireNoNegativeTargets(String cost, Matrix y) {
        require(y, Double.POSITIVE_INFINITY, cost, "wanted output", "; scale them, or use the cost quadratic");
    }

    private static void require(Matrix values, double most, String cost, String what, String wayOut) {
        for (int column = 0; column < values.columns(); column++) {
            for (int row = 0; row < values.rows(); row++) {
                double value = values.get(row, column);
                if (value < 0 || value > most + ROUNDING) {
                    throw new IllegalArgumentException(cost + " takes " + what + "s "
                            + (most == 1 ? "from 0 to 1" : "of at least 0") + ", but " + what + " " + (row + 1)
                            + " of example " + (column + 1) + " is " + value + wayOut);
                }
            }
        }
    }
}
