package io.nabla.api;

import java.util.Arrays;

/** Max-pooling on doubles in plain loops; planes are channels, counted over all examples. */
final class DoubleMaxPooling {
    private DoubleMaxPooling() {}

    static void pool(Pooling pooling, double[] x, double[] results, int plane) {
        int result = plane * pooling.count();
        for (int row = 0; row < pooling.rows(); row++) {
            for (int column = 0; column < pooling.columns(); column++) {
                results[result++] = greatest(pooling, x, first(pooling, plane, row, column));
            }
        }
    }

    static void spread(Pooling pooling, double[] x, double[] deltas, double[] errors, int plane) {
        Arrays.fill(errors, plane * pooling.pixels(), (plane + 1) * pooling.pixels(), 0);
        int result = plane * pooling.count();
        for (int row = 0; row < pooling.rows(); row++) {
            for (int column = 0; column < pooling.columns(); column++) {
                errors[placeOfGreatest(pooling, x, first(pooling, plane, row, column))] += deltas[result++];
            }
        }
    }

    private static int first(Pooling pooling, int plane, int row, int column) {
        return plane * pooling.pixels() + (row * pooling.width() + column) * pooling.stride();
    }

    private static double greatest(Pooling pooling, double[] x, int first) {
        double greatest = x[first];
        for (int i = 0; i < pooling.size(); i++) {
            int from = first + i * pooling.width();
            for (int at = from; at < from + pooling.size(); at++) {
                greatest = Math.max(greatest, x[at]);
            }
        }
        return greatest;
    }

    private static int placeOfGreatest(Pooling pooling, double[] x, int first) {
        int best = first;
        for (int i = 0; i < pooling.size(); i++) {
            int from = first + i * pooling.width();
            for (int at = from; at < from + pooling.size(); at++) {
                if (x[at] > x[best] || (Double.isNaN(x[at]) && !Double.isNaN(x[best]))) {
                    best = at;
                }
            }
        }
        return best;
    }
}
