package io.nabla.layers;

import io.nabla.api.Matrix;
import io.nabla.api.Pooling;
import java.util.Arrays;

/** The mean of each window, its rows one after the other. */
final class DoubleAveragePooling {
    private DoubleAveragePooling() {}

    static void pool(Pooling pooling, Matrix a, Matrix z, int plane) {
        double[] x = a.doubles();
        double[] results = z.doubles();
        int size = pooling.size();
        int width = pooling.width();
        int result = plane * pooling.count();
        for (int row = 0; row < pooling.rows(); row++) {
            for (int column = 0; column < pooling.columns(); column++) {
                int first = plane * pooling.pixels() + (row * width + column) * pooling.stride();
                double sum = 0;
                for (int i = 0; i < size; i++) {
                    for (int j = 0; j < size; j++) {
                        sum += x[first + i * width + j];
                    }
                }
                results[result++] = sum / (size * size);
            }
        }
    }

    static void spread(Pooling pooling, Matrix delta, Matrix error, int plane) {
        double[] errors = error.doubles();
        double[] deltas = delta.doubles();
        int size = pooling.size();
        int width = pooling.width();
        int pixels = pooling.pixels();
        Arrays.fill(errors, plane * pixels, (plane + 1) * pixels, 0);
        int result = plane * pooling.count();
        for (int row = 0; row < pooling.rows(); row++) {
            for (int column = 0; column < pooling.columns(); column++) {
                int first = plane * pixels + (row * width + column) * pooling.stride();
                double part = deltas[result++] / (size * size);
                for (int i = 0; i < size; i++) {
                    for (int j = 0; j < size; j++) {
                        errors[first + i * width + j] += part;
                    }
                }
            }
        }
    }
}
