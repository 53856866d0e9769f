package io.nabla.core;

import io.nabla.api.Matrix;
import io.nabla.api.Metric;

/**
 * How many examples are classified right: the greatest output stands where the greatest wanted output stands.
 *
 * <p>With one output only, an example is right if output and wanted output are on the same side of 0.5. An output with a
 * NaN is never right.
 */
public final class Accuracy implements Metric {
    /** The name of this metric. */
    public static final String NAME = "accuracy";

    /** Accuracy has no settings and no state. */
    public Accuracy() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double sum(Matrix a, Matrix y) {
        int right = 0;
        for (int example = 0; example < a.columns(); example++) {
            if (isRight(a, y, example)) {
                right++;
            }
        }
        return right;
    }

    private static boolean isRight(Matrix a, Matrix y, int example) {
        for (int row = 0; row < a.rows(); row++) {
            if (Double.isNaN(a.get(row, example))) {
                return false;
            }
        }
        return a.rows() == 1
                ? (a.get(0, example) >= 0.5) == (y.get(0, example) >= 0.5)
                : a.argMax(example) == y.argMax(example);
    }
}
