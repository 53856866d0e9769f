package io.nabla.core;

import io.nabla.api.Matrix;
import io.nabla.api.Metric;

/**
 * How many examples are classified right: the greatest output stands where the greatest wanted output stands.
 *
 * <p>With one output only, an example is right if output and wanted output are on the same side of 0.5. An output with a
 * NaN is never right. Wanted outputs may be {@link io.nabla.api.ClassNumbers}, too.
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
        int given = Classes.of(a, example);
        return given != Classes.NONE && given == Classes.wanted(a, y, example);
    }
}
