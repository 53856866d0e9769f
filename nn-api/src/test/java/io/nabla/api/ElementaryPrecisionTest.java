package io.nabla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The bounds that the Javadoc of {@link Elementary} states, against the true values in 60 decimal digits. */
class ElementaryPrecisionTest {
    private static final MathContext DIGITS = new MathContext(60);
    private static final int SAMPLES = 2000;

    /** Taylor's series for x / 2²⁰, squared twenty times. */
    private static BigDecimal exp(BigDecimal x) {
        BigDecimal small = x.divide(BigDecimal.valueOf(1 << 20), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; k < 14; k++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < 20; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    private static BigDecimal expm1(BigDecimal x) {
        return exp(x).subtract(BigDecimal.ONE);
    }

    private static BigDecimal tanh(BigDecimal x) {
        BigDecimal e = exp(x.add(x));
        return e.subtract(BigDecimal.ONE).divide(e.add(BigDecimal.ONE), DIGITS);
    }

    private static BigDecimal sigmoid(BigDecimal x) {
        return BigDecimal.ONE.divide(BigDecimal.ONE.add(exp(x.negate())), DIGITS);
    }

    private static double worstUlps(DoubleUnaryOperator ours, UnaryOperator<BigDecimal> truth, double from, double to) {
        Random random = new Random(1);
        double worst = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double x = from + (to - from) * random.nextDouble();
            BigDecimal expected = truth.apply(new BigDecimal(x));
            BigDecimal error = new BigDecimal(ours.applyAsDouble(x)).subtract(expected);
            double ulp = Math.ulp(expected.doubleValue());
            worst = Math.max(
                    worst, error.abs().divide(new BigDecimal(ulp), DIGITS).doubleValue());
        }
        return worst;
    }

    @Test
    void expIsWithinOneUlpDownToTheLeastDenormal() {
        for (double[] range : new double[][] {{-1, 1}, {-708, 709.78}, {-745, -708}}) {
            assertThat(worstUlps(Elementary::exp, ElementaryPrecisionTest::exp, range[0], range[1]))
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void expm1IsWithinTwoUlps() {
        for (double[] range : new double[][] {{-1e-3, 1e-3}, {-1, 1}, {-40, 40}, {40, 709.78}}) {
            assertThat(worstUlps(Elementary::expm1, ElementaryPrecisionTest::expm1, range[0], range[1]))
                    .isLessThanOrEqualTo(2);
        }
    }

    @Test
    void tanhIsWithinThreeUlps() {
        for (double[] range : new double[][] {{-1e-3, 1e-3}, {-1, 1}, {-25, 25}}) {
            assertThat(worstUlps(Elementary::tanh, ElementaryPrecisionTest::tanh, range[0], range[1]))
                    .isLessThanOrEqualTo(3);
        }
    }

    @Test
    void sigmoidIsWithinThreeUlpsDownToDenormals() {
        for (double[] range : new double[][] {{-1, 1}, {-40, 40}, {-709, -40}, {-709.78, -708.39}}) {
            assertThat(worstUlps(Elementary::sigmoid, ElementaryPrecisionTest::sigmoid, range[0], range[1]))
                    .isLessThanOrEqualTo(3);
        }
    }
}
