package io.nabla.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Numbers at which elementary functions go wrong first, and ranges of them. */
final class ElementaryPoints {
    /** Each is taken with both signs. */
    private static final double[] SIZES = {
        0,
        Double.MIN_VALUE,
        1e-310,
        Double.MIN_NORMAL,
        1e-300,
        1e-45,
        1e-40,
        Float.MIN_NORMAL,
        1e-20,
        1e-9,
        1e-3,
        0.1,
        0.25,
        0.34657359027997264,
        0.3465735902799727,
        0.5,
        1,
        Math.nextUp(1.0),
        2,
        10,
        18.5,
        19.0625,
        20,
        22,
        36.7,
        37,
        40,
        40.5,
        88.5,
        88.75,
        103.5,
        104,
        150,
        354.9,
        355,
        708.39,
        708.4,
        709.78,
        709.782712893384,
        709.7827128933841,
        720,
        744.44,
        745.13,
        745.14,
        760,
        761,
        1000,
        1e6,
        0x1p31,
        0x1.8p52,
        1e38,
        Float.MAX_VALUE,
        1e300,
        1e308,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY
    };

    private static final int LONGEST = 70;
    /** Beyond the widest vector of floats. */
    private static final int OFFSETS = 18;

    private ElementaryPoints() {}

    /** All hard points in one column, and some numbers that are not special. */
    static Matrix all(Kernels kernels) {
        List<Double> points = new ArrayList<>();
        for (double size : SIZES) {
            points.add(size);
            points.add(-size);
        }
        for (int size = 707; size <= 746; size++) {
            points.add((double) size);
            points.add((double) -size);
        }
        points.add(Double.NaN);
        Draws draws = Draws.ofDoubles(41);
        for (int i = 0; i < 60; i++) {
            points.add(draws.between(-3, 3));
            points.add(draws.between(-90, 90));
        }
        return Matrix.column(
                kernels, points.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The same numbers, each so many places later. */
    static Matrix turned(Matrix x, int places) {
        Matrix turned = Matrix.zeros(x.kernels(), x.rows(), 1);
        for (int i = 0; i < x.size(); i++) {
            turned.set((i + places) % x.size(), x.get(i));
        }
        return turned;
    }

    /** Fails unless the operation writes what it should in ranges of many lengths and beginnings, and nothing else. */
    static void eachRange(Kernels kernels, String what, KernelsShapes.Elements operation) {
        Matrix all = all(kernels);
        for (int length = 0; length <= LONGEST; length++) {
            for (int from = 0; from < OFFSETS; from++) {
                int to = from + length;
                Matrix x = some(all, to + OFFSETS, length * 31 + from * 7);
                Matrix y = some(all, to + OFFSETS, length * 13 + from * 11 + 5);
                Matrix result = some(all, to + OFFSETS, 3);
                Matrix before = result.copy();
                IntToDoubleFunction expected = operation.compute(x, y, result, from, to);
                for (int i = 0; i < result.size(); i++) {
                    boolean inside = i >= from && i < to;
                    double value = inside ? PlainLoops.stored(x.precision(), expected.applyAsDouble(i)) : before.get(i);
                    if (!Expect.sameBits(value, result.get(i))) {
                        fail(what + ", elements " + from + " to " + (to - 1) + ": element " + i
                                + (inside ? "" : ", which lies outside the range") + ": "
                                + Figures.both(value, result.get(i)));
                    }
                }
            }
        }
    }

    private static Matrix some(Matrix all, int count, int first) {
        Matrix some = Matrix.zeros(all.kernels(), count, 1);
        for (int i = 0; i < count; i++) {
            some.set(i, all.get((first + i) % all.size()));
        }
        return some;
    }
}
