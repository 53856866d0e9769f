package io.nabla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The bounds that the Javadoc of {@link FloatElementary} states, against {@link StrictMath}, which is as good as exact for floats. */
class FloatElementaryTest {
    private static final int SAMPLES = 300_000;

    private static double worstUlps(UnaryOperator<Float> ours, DoubleUnaryOperator truth, float from, float to) {
        Random random = new Random(1);
        double worst = 0;
        for (int i = 0; i < SAMPLES; i++) {
            float x = from + (to - from) * random.nextFloat();
            double expected = truth.applyAsDouble(x);
            double error = Math.abs(ours.apply(x) - expected) / Math.ulp((float) expected);
            worst = Math.max(worst, error);
        }
        return worst;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    @Test
    void expIsWithinOneUlpAndABitDownToTheLeastDenormal() {
        assertThat(worstUlps(FloatElementary::exp, StrictMath::exp, -1, 1)).isLessThanOrEqualTo(1.1);
        assertThat(worstUlps(FloatElementary::exp, StrictMath::exp, -87, 88.72f))
                .isLessThanOrEqualTo(1.1);
        assertThat(worstUlps(FloatElementary::exp, StrictMath::exp, -103.9f, -87))
                .isLessThanOrEqualTo(1.1);
    }

    @Test
    void expm1IsWithinTwoUlps() {
        assertThat(worstUlps(FloatElementary::expm1, StrictMath::expm1, -1e-3f, 1e-3f))
                .isLessThanOrEqualTo(2);
        assertThat(worstUlps(FloatElementary::expm1, StrictMath::expm1, -1, 1)).isLessThanOrEqualTo(2);
        assertThat(worstUlps(FloatElementary::expm1, StrictMath::expm1, -20, 88.72f))
                .isLessThanOrEqualTo(2);
    }

    @Test
    void tanhIsWithinThreeUlps() {
        assertThat(worstUlps(FloatElementary::tanh, StrictMath::tanh, -1e-3f, 1e-3f))
                .isLessThanOrEqualTo(3);
        assertThat(worstUlps(FloatElementary::tanh, StrictMath::tanh, -1, 1)).isLessThanOrEqualTo(3);
        assertThat(worstUlps(FloatElementary::tanh, StrictMath::tanh, -12, 12)).isLessThanOrEqualTo(3);
    }

    @Test
    void sigmoidIsWithinThreeUlpsDownToDenormals() {
        assertThat(worstUlps(FloatElementary::sigmoid, FloatElementaryTest::sigmoid, -1, 1))
                .isLessThanOrEqualTo(3);
        assertThat(worstUlps(FloatElementary::sigmoid, FloatElementaryTest::sigmoid, -88.72f, 30))
                .isLessThanOrEqualTo(3);
    }

    @Test
    void knowsTheEndsOfTheRange() {
        assertThat(FloatElementary.exp(0)).isEqualTo(1);
        assertThat(FloatElementary.exp(88.72f)).isBetween(3.39e38f, Float.MAX_VALUE);
        assertThat(FloatElementary.exp(88.73f)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(FloatElementary.exp(1e38f)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(FloatElementary.exp(Float.POSITIVE_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(FloatElementary.exp(-103.9f)).isEqualTo(Float.MIN_VALUE);
        assertThat(FloatElementary.exp(-104)).isZero();
        assertThat(FloatElementary.exp(Float.NEGATIVE_INFINITY)).isZero();
        assertThat(FloatElementary.expm1(0)).isZero();
        assertThat(FloatElementary.expm1(88.73f)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(FloatElementary.expm1(Float.POSITIVE_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(FloatElementary.expm1(-200)).isEqualTo(-1);
        assertThat(FloatElementary.expm1(1e-30f)).isEqualTo(1e-30f);
        assertThat(FloatElementary.tanh(Float.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(FloatElementary.tanh(Float.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(FloatElementary.tanh(10)).isEqualTo(1);
        assertThat(FloatElementary.sigmoid(18)).isEqualTo(1);
        assertThat(FloatElementary.sigmoid(0)).isEqualTo(0.5f);
        assertThat(FloatElementary.sigmoid(-90)).isZero();
    }

    @Test
    void nanStaysNan() {
        assertThat(FloatElementary.exp(Float.NaN)).isNaN();
        assertThat(FloatElementary.expm1(Float.NaN)).isNaN();
        assertThat(FloatElementary.tanh(Float.NaN)).isNaN();
        assertThat(FloatElementary.sigmoid(Float.NaN)).isNaN();
    }

    @Test
    void expRises() {
        float last = 0;
        for (float x = -104; x < 88; x += 0.003f) {
            float next = FloatElementary.exp(x);
            assertThat(next).isGreaterThanOrEqualTo(last);
            last = next;
        }
    }
}
