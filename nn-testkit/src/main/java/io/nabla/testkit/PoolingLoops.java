package io.nabla.testkit;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Pooling;
import java.util.List;

/** Max-pooling one window at a time, as the Javadoc of {@link io.nabla.api.Kernels} defines it. */
final class PoolingLoops {
    /** Windows side by side, narrow and wide, with rows and columns left over; overlapping ones, and ones with gaps. */
    static final List<Pooling> SHAPES = List.of(
            new Pooling(1, 1, 1, 1, 1),
            new Pooling(2, 4, 4, 2, 2),
            new Pooling(3, 6, 8, 2, 2),
            new Pooling(4, 8, 8, 2, 2),
            new Pooling(5, 7, 9, 2, 2),
            new Pooling(2, 5, 25, 2, 2),
            new Pooling(2, 2, 38, 2, 2),
            new Pooling(2, 7, 6, 3, 2),
            new Pooling(1, 9, 9, 2, 3));

    private PoolingLoops() {}

    /** Images with many equal numbers; where they are to be hard, with infinite numbers and NaN among them. */
    static Matrix images(Kernels kernels, Pooling of, int examples, boolean hard, Draws draws) {
        double[] values = hard
                ? new double[] {1, 0.0, -0.0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN, -1, 2}
                : new double[] {1, 0.0, -0.0, -1, 2, 0.5};
        Matrix images = Matrix.zeros(kernels, of.channels() * of.pixels(), examples);
        for (int i = 0; i < images.size(); i++) {
            boolean isDrawn = draws.index(3) == 0;
            images.set(i, isDrawn ? draws.between(-2, 2) : values[draws.index(values.length)]);
        }
        return images;
    }

    static void pool(Pooling of, Matrix a, Matrix z, int from, int to) {
        for (int plane = from; plane < to; plane++) {
            for (int window = 0; window < of.count(); window++) {
                double greatest = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < of.size() * of.size(); i++) {
                    greatest = Math.max(greatest, a.get(pixel(of, plane, window, i)));
                }
                z.set(plane * of.count() + window, greatest);
            }
        }
    }

    static void poolBack(Pooling of, Matrix a, Matrix delta, Matrix error, int from, int to) {
        for (int plane = from; plane < to; plane++) {
            for (int i = 0; i < of.pixels(); i++) {
                error.set(plane * of.pixels() + i, 0);
            }
            for (int window = 0; window < of.count(); window++) {
                double d = delta.get(plane * of.count() + window);
                int best = pixel(of, plane, window, best(of, a, plane, window));
                error.set(best, error.get(best) + d);
            }
        }
    }

    private static int best(Pooling of, Matrix a, int plane, int window) {
        int best = 0;
        for (int i = 1; i < of.size() * of.size(); i++) {
            double value = a.get(pixel(of, plane, window, i));
            double old = a.get(pixel(of, plane, window, best));
            if (value > old || (Double.isNaN(value) && !Double.isNaN(old))) {
                best = i;
            }
        }
        return best;
    }

    private static int pixel(Pooling of, int plane, int window, int inWindow) {
        int row = window / of.columns() * of.stride() + inWindow / of.size();
        int column = window % of.columns() * of.stride() + inWindow % of.size();
        return plane * of.pixels() + row * of.width() + column;
    }
}
