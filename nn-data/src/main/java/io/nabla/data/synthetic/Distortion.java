package io.nabla.data.synthetic;

import io.nabla.data.random.RandomStream;

/**
 * How a whole digit is turned, slanted, stretched and bent: x' = A (x + u(x)).
 *
 * <p>A is a 2 x 2 matrix, u a smooth displacement: a cubic B-spline over a coarse lattice of random vectors.
 */
final class Distortion {
    private static final int CELLS = 2;
    private static final int KNOTS = CELLS + 3;
    private static final double BOX = 100;

    private final double xx;
    private final double xy;
    private final double yx;
    private final double yy;
    private final double[] shiftX = new double[KNOTS * KNOTS];
    private final double[] shiftY = new double[KNOTS * KNOTS];

    /**
     * Makes one distortion; all angles are in radians, clockwise on the screen for a positive rotation.
     *
     * @param rotation the angle by which the digit is turned
     * @param slant how far the top leans to the right, per unit of height
     * @param stretch the width's factor against the height's
     * @param bend standard deviation of the lattice's random vectors, in the box of 100 x 100
     * @param random gives the lattice's vectors
     */
    Distortion(double rotation, double slant, double stretch, double bend, RandomStream random) {
        double cos = StrictMath.cos(rotation);
        double sin = StrictMath.sin(rotation);
        // rotation * shear * stretch
        this.xx = cos * stretch;
        this.xy = -cos * slant - sin;
        this.yx = sin * stretch;
        this.yy = -sin * slant + cos;
        for (int k = 0; k < KNOTS * KNOTS; k++) {
            shiftX[k] = random.bell(bend);
            shiftY[k] = random.bell(bend);
        }
    }

    /** The line as it looks after the distortion, in coordinates that still have to be fitted. */
    Polyline apply(Polyline line) {
        double[] x = new double[line.size()];
        double[] y = new double[line.size()];
        double[] across = new double[4];
        double[] down = new double[4];
        for (int i = 0; i < x.length; i++) {
            int column = weights(line.x(i), across);
            int row = weights(line.y(i), down);
            double bentX = line.x(i);
            double bentY = line.y(i);
            for (int r = 0; r < 4; r++) {
                for (int c = 0; c < 4; c++) {
                    int knot = (row + r) * KNOTS + column + c;
                    bentX += down[r] * across[c] * shiftX[knot];
                    bentY += down[r] * across[c] * shiftY[knot];
                }
            }
            x[i] = xx * bentX + xy * bentY;
            y[i] = yx * bentX + yy * bentY;
        }
        return new Polyline(x, y);
    }

    /** The four weights of the cubic B-spline at a coordinate; returns the first knot that they belong to. */
    private static int weights(double coordinate, double[] weights) {
        double position = Math.min(Math.max(coordinate / BOX, 0), 1) * CELLS;
        int cell = Math.min((int) position, CELLS - 1);
        double t = position - cell;
        double s = 1 - t;
        weights[0] = s * s * s / 6;
        weights[1] = (3 * t * t * t - 6 * t * t + 4) / 6;
        weights[2] = (3 * s * s * s - 6 * s * s + 4) / 6;
        weights[3] = t * t * t / 6;
        return cell;
    }
}
