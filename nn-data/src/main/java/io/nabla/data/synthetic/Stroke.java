package io.nabla.data.synthetic;

import io.nabla.data.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * One movement of the pen: a smooth curve through a few points, in a box of 100 x 100 (y downwards).
 *
 * <p>Written as text, {@code "20,5 80,5! 45,98"}: points from first to last, where an exclamation mark makes a corner.
 */
record Stroke(List<Point> points) {
    private static final int STEPS = 8;

    /** A point of the curve; at a corner the curve changes its direction at once. */
    record Point(double x, double y, boolean corner) {}

    Stroke {
        points = List.copyOf(points);
        if (points.size() < 2) {
            throw new IllegalArgumentException("a stroke needs 2 points, but has " + points.size());
        }
    }

    static Stroke of(String text) {
        List<Point> points = new ArrayList<>();
        for (String word : text.strip().split("\\s+", -1)) {
            boolean corner = word.endsWith("!");
            String[] xy = (corner ? word.substring(0, word.length() - 1) : word).split(",", -1);
            if (xy.length != 2) {
                throw new IllegalArgumentException("'" + word + "' is no point: write x,y or x,y!");
            }
            points.add(new Point(Double.parseDouble(xy[0]), Double.parseDouble(xy[1]), corner));
        }
        return new Stroke(points);
    }

    /** The same stroke with every point moved a little at random. */
    Stroke jittered(RandomStream random, double standardDeviation) {
        return new Stroke(points.stream()
                .map(p ->
                        new Point(p.x + random.bell(standardDeviation), p.y + random.bell(standardDeviation), p.corner))
                .toList());
    }

    /**
     * The curve through the points: a Catmull-Rom spline, which at a corner and at the ends goes on as if the point
     * stood there twice.
     */
    Polyline curve() {
        int spans = points.size() - 1;
        double[] x = new double[spans * STEPS + 1];
        double[] y = new double[spans * STEPS + 1];
        for (int i = 0; i < spans; i++) {
            Point b = points.get(i);
            Point c = points.get(i + 1);
            Point a = i == 0 || b.corner ? b : points.get(i - 1);
            Point d = i == spans - 1 || c.corner ? c : points.get(i + 2);
            for (int s = 0; s < STEPS; s++) {
                double t = (double) s / STEPS;
                x[i * STEPS + s] = spline(a.x, b.x, c.x, d.x, t);
                y[i * STEPS + s] = spline(a.y, b.y, c.y, d.y, t);
            }
        }
        x[spans * STEPS] = points.get(spans).x;
        y[spans * STEPS] = points.get(spans).y;
        return new Polyline(x, y);
    }

    /** Catmull-Rom: at b for t = 0, at c for t = 1, with the slopes (c - a) / 2 and (d - b) / 2 there. */
    private static double spline(double a, double b, double c, double d, double t) {
        return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
}
