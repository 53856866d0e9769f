package io.nabla.data.synthetic;

/** A line through many points, as the pen follows it; x grows to the right and y downwards. */
final class Polyline {
    private final double[] x;
    private final double[] y;

    /** A line through the points (x[i], y[i]); the arrays are kept, so nobody else may write to them. */
    Polyline(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    int size() {
        return x.length;
    }

    double x(int i) {
        return x[i];
    }

    double y(int i) {
        return y[i];
    }

    /** The line enlarged by a factor, then shifted. */
    Polyline scaled(double factor, double shiftX, double shiftY) {
        double[] newX = new double[x.length];
        double[] newY = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            newX[i] = factor * x[i] + shiftX;
            newY[i] = factor * y[i] + shiftY;
        }
        return new Polyline(newX, newY);
    }
}
