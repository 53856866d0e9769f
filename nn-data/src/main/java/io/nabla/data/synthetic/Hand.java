package io.nabla.data.synthetic;

import io.nabla.data.random.RandomStream;

/**
 * How one writer writes one digit: everything about it that is not its style.
 *
 * <p>The ranges make the digits about as varied as MNIST's, with the same mean ink, line width and softness.
 *
 * @param jitter standard deviation of the strokes' points, in the box of 100 x 100
 * @param rotation radians, clockwise
 * @param slant how far the top leans to the right, per unit of height
 * @param stretch factor on the width
 * @param bend standard deviation of the smooth displacements, in the box of 100 x 100
 * @param radius half the width of the pen's line, in pixels of the finished image
 * @param softness how many pixels wide the edge of the line is
 * @param unevenness standard deviation of the pressure at a stroke's two ends, as a part of the radius
 * @param roughness standard deviation of the noise on the line's edges, as a part of full ink
 */
record Hand(
        double jitter,
        double rotation,
        double slant,
        double stretch,
        double bend,
        double radius,
        double softness,
        double unevenness,
        double roughness) {

    static Hand draw(RandomStream random) {
        return new Hand(
                random.uniform(0.5, 3),
                random.bell(0.12),
                0.09 + random.bell(0.2),
                StrictMath.exp(random.bell(0.2)),
                random.uniform(5, 18),
                1.2 * StrictMath.exp(random.bell(0.3)),
                random.uniform(0.7, 1.3),
                random.uniform(0, 0.25),
                0.2);
    }
}
