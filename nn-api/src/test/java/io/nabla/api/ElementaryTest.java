package io.nabla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Held against {@link StrictMath}, which is itself within 1 ulp. */
class ElementaryTest {
    private static double worstUlps(
            DoubleUnaryOperator ours, DoubleUnaryOperator reference, double from, double to, int count) {
        Random random = new Random(1);
        double worst = 0;
        for (int i = 0; i < count; i++) {
            double x = from + (to - from) * random.nextDouble();
            double expected = reference.applyAsDouble(x);
            worst = Math.max(worst, Math.abs(ours.applyAsDouble(x) - expected) / Math.ulp(expected));
        }
        return worst;
    }

    @Test
    void expIsWithinTwoUlpsOfStrictMath() {
        assertThat(worstUlps(Elementary::exp, StrictMath::exp, -1, 1, 200_000)).isLessThanOrEqualTo(2);
        assertThat(worstUlps(Elementary::exp, StrictMath::exp, -708, 709.78, 200_000))
                .isLessThanOrEqualTo(2);
        assertThat(worstUlps(Elementary::exp, StrictMath::exp, -745, -708, 50_000))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void expm1IsWithinThreeUlpsOfStrictMath() {
        assertThat(worstUlps(Elementary::expm1, StrictMath::expm1, -1e-3, 1e-3, 100_000))
                .isLessThanOrEqualTo(3);
        assertThat(worstUlps(Elementary::expm1, StrictMath::expm1, -40, 40, 200_000))
                .isLessThanOrEqualTo(3);
        assertThat(worstUlps(Elementary::expm1, StrictMath::expm1, 40, 709.78, 100_000))
                .isLessThanOrEqualTo(3);
    }

    @Test
    void tanhIsWithinThreeUlpsOfStrictMath() {
        assertThat(worstUlps(Elementary::tanh, StrictMath::tanh, -1, 1, 200_000))
                .isLessThanOrEqualTo(4);
        assertThat(worstUlps(Elementary::tanh, StrictMath::tanh, -25, 25, 200_000))
                .isLessThanOrEqualTo(4);
        assertThat(worstUlps(Elementary::tanh, StrictMath::tanh, -1e-9, 1e-9, 100_000))
                .isLessThanOrEqualTo(4);
    }

    @Test
    void knowsTheEndsOfTheRange() {
        assertThat(Elementary.exp(0)).isEqualTo(1);
        assertThat(Elementary.exp(709.782712893384)).isCloseTo(Double.MAX_VALUE, within(Double.MAX_VALUE * 1e-13));
        assertThat(Elementary.exp(709.8)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.exp(1e308)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.exp(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.exp(-745.1)).isEqualTo(Double.MIN_VALUE);
        assertThat(Elementary.exp(-746)).isZero();
        assertThat(Elementary.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Elementary.expm1(0)).isZero();
        assertThat(Elementary.expm1(709.8)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.expm1(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.expm1(-800)).isEqualTo(-1);
        assertThat(Elementary.expm1(1e-300)).isEqualTo(1e-300);
        assertThat(Elementary.tanh(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Elementary.tanh(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(Elementary.tanh(22)).isEqualTo(1);
        assertThat(Elementary.sigmoid(40)).isEqualTo(1);
        assertThat(Elementary.sigmoid(0)).isEqualTo(0.5);
        assertThat(Elementary.sigmoid(-800)).isZero();
        assertThat(Elementary.sigmoid(-40)).isCloseTo(4.248354255291589e-18, within(1e-32));
    }

    @Test
    void nanStaysNan() {
        assertThat(Elementary.exp(Double.NaN)).isNaN();
        assertThat(Elementary.expm1(Double.NaN)).isNaN();
        assertThat(Elementary.tanh(Double.NaN)).isNaN();
        assertThat(Elementary.sigmoid(Double.NaN)).isNaN();
    }

    @Test
    void expRises() {
        double last = 0;
        for (double x = -745; x < 709; x += 0.01) {
            double next = Elementary.exp(x);
            assertThat(next).isGreaterThanOrEqualTo(last);
            last = next;
        }
    }
}
