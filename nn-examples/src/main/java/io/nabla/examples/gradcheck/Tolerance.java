package io.nabla.examples.gradcheck;

import io.nabla.api.Precision;
import io.nabla.core.FiniteDifferences;
import io.nabla.core.GradientCheck;

/**
 * How near the two gradients have to be.
 *
 * @param relative the largest error allowed, in proportion to the parameter's largest derivative
 * @param rounding what rounding alone may add: a cost is known to a few units in its last place, and a finite difference
 *     divides that by ε
 */
record Tolerance(double relative, double rounding) {
    private static final double UNITS = 16;

    /**
     * The tolerance of finite differences.
     *
     * @param cost C, as it is
     */
    static Tolerance of(double relative, FiniteDifferences differences, double cost, Precision precision) {
        double unit = precision == Precision.DOUBLE ? Math.ulp(1.0) : Math.ulp(1.0f);
        return new Tolerance(relative, UNITS * unit * Math.abs(cost) / differences.epsilon());
    }

    /** Whether a parameter's gradient is near enough; one with a NaN is not. */
    boolean accepts(GradientCheck.Result result) {
        return result.largestError() <= relative * result.largestGradient() + rounding;
    }

    /** Whether the derivatives are lost in rounding, so that nothing can be told of them. */
    boolean hides(GradientCheck.Result result) {
        return result.largestGradient() <= rounding;
    }
}
