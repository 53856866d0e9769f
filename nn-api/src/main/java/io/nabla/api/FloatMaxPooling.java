package io.nabla.api;

import java.util.Arrays;

/** Max-pooling on floats in plain loops; planes are channels, counted over all examples. */
final class FloatMaxPooling {
    private FloatMaxPooling() {}

    static void pool(Pooling pooling, float[] x, float[] results, int plane) {
        int result = plane * pooling.count();
        for (int row = 0; row < pooling.rows(); row++) {
            for (int column = 0; column < pooling.columns(); column++) {
                int first = first(pooling, plane, row, column);
                results[result++] =
                        pooling.size() == 2 ? greatestOfFour(x, first, pooling.width()) : greatest(pooling, x, first);
            }
        }
    }

    static void spread(Pooling pooling, float[] x, float[] deltas, float[] errors, int plane) {
        Arrays.fill(errors, plane * pooling.pixels(), (plane + 1) * pooling.pixels(), 0);
        int result = plane * pooling.count();
        for (int row = 0; row < pooling.rows(); row++) {
            for (int column = 0; column < pooling.columns(); column++) {
                int first = first(pooling, plane, row, column);
                int best = pooling.size() == 2 ? placeOfFour(pooling, x, first) : placeOfGreatest(pooling, x, first);
                errors[best] += deltas[result++];
            }
        }
    }

    private static int first(Pooling pooling, int plane, int row, int column) {
        return plane * pooling.pixels() + (row * pooling.width() + column) * pooling.stride();
    }

    private static float greatest(Pooling pooling, float[] x, int first) {
        float greatest = x[first];
        for (int i = 0; i < pooling.size(); i++) {
            int from = first + i * pooling.width();
            for (int at = from; at < from + pooling.size(); at++) {
                greatest = Math.max(greatest, x[at]);
            }
        }
        return greatest;
    }

    private static int placeOfGreatest(Pooling pooling, float[] x, int first) {
        int best = first;
        for (int i = 0; i < pooling.size(); i++) {
            int from = first + i * pooling.width();
            for (int at = from; at < from + pooling.size(); at++) {
                if (x[at] > x[best] || (Float.isNaN(x[at]) && !Float.isNaN(x[best]))) {
                    best = at;
                }
            }
        }
        return best;
    }

    private static float greatestOfFour(float[] x, int first, int width) {
        return Math.max(Math.max(x[first], x[first + 1]), Math.max(x[first + width], x[first + width + 1]));
    }

    /**
     * The place in a window of 2×2 without a branch: which of four numbers is the greatest nobody can foretell, the processor neither.
     */
    private static int placeOfFour(Pooling pooling, float[] x, int first) {
        int width = pooling.width();
        float above = Math.max(x[first], x[first + 1]);
        float below = Math.max(x[first + width], x[first + width + 1]);
        if (!(Math.abs(Math.max(above, below)) < Float.POSITIVE_INFINITY)) {
            return placeOfGreatest(pooling, x, first);
        }
        int inAbove = isLess(x[first], x[first + 1]);
        int inBelow = width + isLess(x[first + width], x[first + width + 1]);
        return first + inAbove + isLess(above, below) * (inBelow - inAbove);
    }

    /** 1 if x is less than y, 0 if not: the sign of their difference, where 0 is added since -0 has one too. */
    private static int isLess(float x, float y) {
        return Float.floatToRawIntBits(x - y + 0) >>> (Float.SIZE - 1);
    }
}
