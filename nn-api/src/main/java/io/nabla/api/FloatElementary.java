package io.nabla.api;

/**
 * The functions of {@link Elementary} in float arithmetic: half as long a series, and twice as many numbers in a vector.
 *
 * <p>The same holds of them: the same bits on every machine and JVM, by additions, multiplications, divisions and
 * {@link Math#fma(float, float, float)} alone.
 */
public final class FloatElementary {
    /** Adding and subtracting it rounds a float of modest size to the nearest integer: 1.5·2²³. */
    private static final float ROUND = 0x1.8p23f;

    private static final float LOG2_E = 0x1.715476p0f;
    /** ln 2 in two parts; n·LN2_HIGH is exact for |n| &lt; 2048. */
    private static final float LN2_HIGH = 0x1.62ep-1f;

    private static final float LN2_LOW = 0x1.0bfbe8p-15f;

    private FloatElementary() {}

    /**
     * e to the power x, within 1.1 ulp of the true value.
     *
     * @return positive infinity above 88.72..., 0 below -103.97..., NaN for NaN
     */
    public static float exp(float x) {
        float bounded = Math.max(-106, Math.min(x, 90));
        float n = (bounded * LOG2_E + ROUND) - ROUND;
        float r = remainder(bounded, n);
        return scale(1 + expm1OfSmall(r), (int) n);
    }

    /**
     * e to the power x, minus 1, within 2 ulp of the true value, near 0 as well.
     *
     * @return positive infinity above 88.72..., -1 far below 0, NaN for NaN
     */
    public static float expm1(float x) {
        float bounded = Math.max(-106, Math.min(x, 89));
        float n = (bounded * LOG2_E + ROUND) - ROUND;
        float r = remainder(bounded, n);
        // 2^n·(e^r - 1) + (2^n - 1); halved, so that 2^n does not overflow before the result does.
        float half = scale(0.5f, (int) n);
        return 2 * Math.fma(half, expm1OfSmall(r), half - 0.5f);
    }

    /** The hyperbolic tangent, within 3 ulp of the true value; exactly ±1 far from 0. */
    public static float tanh(float x) {
        float e = expm1(2 * Math.max(-20, Math.min(x, 20)));
        return e / (e + 2);
    }

    /** The logistic function 1 / (1 + e⁻ˣ), within 3 ulp down to -88.72; exactly 0 below, exactly 1 above 17. */
    public static float sigmoid(float x) {
        return 1 / (1 + exp(-x));
    }

    /** x - n·ln 2, at most half of ln 2 in size. */
    private static float remainder(float x, float n) {
        return Math.fma(-n, LN2_LOW, Math.fma(-n, LN2_HIGH, x));
    }

    /** e^r - 1 for |r| at most 0.3466 by its Taylor series, added in pairs; what is cut off is below 2e-8 of r. */
    private static float expm1OfSmall(float r) {
        float r2 = r * r;
        float p0 = Math.fma(1f / 6, r, 0.5f);
        float p1 = Math.fma(1f / 120, r, 1f / 24);
        float p2 = Math.fma(1f / 5040, r, 1f / 720);
        float q = Math.fma(p2, r2 * r2, Math.fma(p1, r2, p0));
        return Math.fma(q, r2, r);
    }

    /** x·2^n in two steps, so that results near the ends of the range are rounded only once. */
    private static float scale(float x, int n) {
        int half = n >> 1;
        return x * powerOfTwo(half) * powerOfTwo(n - half);
    }

    private static float powerOfTwo(int n) {
        return Float.intBitsToFloat((n + 127) << 23);
    }
}
