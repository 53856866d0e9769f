package io.nabla.api;

/**
 * Elementary functions whose results are the same bits on every machine and every JVM.
 *
 * <p>{@link Math#exp} may differ between machines in the last bit, and {@link StrictMath#exp} cannot be computed on vector units.
 * These use only additions, multiplications, divisions and {@link Math#fma}, without branches or tables, so that any kernel can repeat
 * them operation by operation.
 */
public final class Elementary {
    /** Adding and subtracting it rounds a double of modest size to the nearest integer: 1.5·2⁵². */
    private static final double ROUND = 0x1.8p52;

    private static final double LOG2_E = 0x1.71547652b82fep0;
    /** ln 2 in two parts; n·LN2_HIGH is exact for |n| &lt; 2048. */
    private static final double LN2_HIGH = 0x1.62e42fefa0000p-1;

    private static final double LN2_LOW = 0x1.cf79abc9e3b39p-40;

    private Elementary() {}

    /**
     * e to the power x, within 1 ulp of the true value.
     *
     * @return positive infinity above 709.78..., 0 below -745.13..., NaN for NaN
     */
    public static double exp(double x) {
        double bounded = Math.max(-760, Math.min(x, 720));
        double n = (bounded * LOG2_E + ROUND) - ROUND;
        double r = remainder(bounded, n);
        return scale(1 + expm1OfSmall(r), (int) n);
    }

    /**
     * e to the power x, minus 1, within 2 ulp of the true value, near 0 as well.
     *
     * @return positive infinity above 709.78..., -1 far below 0, NaN for NaN
     */
    public static double expm1(double x) {
        double bounded = Math.max(-760, Math.min(x, 710));
        double n = (bounded * LOG2_E + ROUND) - ROUND;
        double r = remainder(bounded, n);
        // 2^n·(e^r - 1) + (2^n - 1); halved, so that 2^n does not overflow before the result does.
        double half = scale(0.5, (int) n);
        return 2 * Math.fma(half, expm1OfSmall(r), half - 0.5);
    }

    /** The hyperbolic tangent, within 3 ulp of the true value; exactly ±1 far from 0. */
    public static double tanh(double x) {
        double e = expm1(2 * Math.max(-40, Math.min(x, 40)));
        return e / (e + 2);
    }

    /** The logistic function 1 / (1 + e⁻ˣ), within 3 ulp down to -709.78; exactly 0 below, exactly 1 above 37. */
    public static double sigmoid(double x) {
        return 1 / (1 + exp(-x));
    }

    /** x - n·ln 2, at most half of ln 2 in size. */
    private static double remainder(double x, double n) {
        return Math.fma(-n, LN2_LOW, Math.fma(-n, LN2_HIGH, x));
    }

    /**
     * e^r - 1 for |r| at most 0.3466 by its Taylor series; what is cut off is below 5e-18 of r.
     *
     * <p>The terms are added in pairs and pairs of pairs (Estrin's scheme), so that many can be computed at the same time.
     */
    private static double expm1OfSmall(double r) {
        double r2 = r * r;
        double r4 = r2 * r2;
        double p0 = Math.fma(1.0 / 6, r, 0.5);
        double p1 = Math.fma(1.0 / 120, r, 1.0 / 24);
        double p2 = Math.fma(1.0 / 5040, r, 1.0 / 720);
        double p3 = Math.fma(1.0 / 362880, r, 1.0 / 40320);
        double p4 = Math.fma(1.0 / 39916800, r, 1.0 / 3628800);
        double p5 = Math.fma(1.0 / 6227020800L, r, 1.0 / 479001600);
        double q0 = Math.fma(p1, r2, p0);
        double q1 = Math.fma(p3, r2, p2);
        double q2 = Math.fma(p5, r2, p4);
        double q = Math.fma(q2, r4 * r4, Math.fma(q1, r4, q0));
        return Math.fma(q, r2, r);
    }

    /** x·2^n in two steps, so that results near the ends of the range are rounded only once. */
    private static double scale(double x, int n) {
        int half = n >> 1;
        return x * powerOfTwo(half) * powerOfTwo(n - half);
    }

    private static double powerOfTwo(int n) {
        return Double.longBitsToDouble((n + 1023L) << 52);
    }
}
