package io.nabla.activations;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against the series and the continued fraction of the distribution in 60 digits. */
class NormalDistributionTest {
    private static final MathContext DIGITS = new MathContext(60);

    @Test
    void theTailIsRightToTheLastNormalNumber() {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            double x = 3 + 34.4 * random.nextDouble();
            assertRelative(mills(x).multiply(density(x), DIGITS), NormalDistribution.cumulative(-x), x);
        }
    }

    @Test
    void theMiddleIsRight() {
        Random random = new Random(2);
        for (int i = 0; i < 300; i++) {
            double z = -3 + 6 * random.nextDouble();
            assertRelative(
                    new BigDecimal("0.5").add(series(z).multiply(density(z), DIGITS)),
                    NormalDistribution.cumulative(z),
                    z);
        }
    }

    @Test
    void theDensityIsRightToTheLastNormalNumber() {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            double z = -37.5 + 75 * random.nextDouble();
            assertRelative(density(z), NormalDistribution.density(z), z);
        }
    }

    @Test
    void bothSidesSumToOne() {
        for (double z : new double[] {0, 0.1, 1, 5, 37, 40, 1e308}) {
            assertThat(NormalDistribution.cumulative(z)).isEqualTo(1 - NormalDistribution.cumulative(-z));
        }
        assertThat(NormalDistribution.cumulative(0)).isEqualTo(0.5);
    }

    private static void assertRelative(BigDecimal expected, double actual, double z) {
        BigDecimal error = new BigDecimal(actual).subtract(expected).divide(expected, DIGITS);
        assertThat(Math.abs(error.doubleValue())).as("at %s: %s", z, actual).isLessThan(1e-14);
    }

    /** (Φ(z) - 1/2) / φ(z) = z + z³/3 + z⁵/(3·5) + ... */
    private static BigDecimal series(double z) {
        BigDecimal square = new BigDecimal(z).multiply(new BigDecimal(z), DIGITS);
        BigDecimal term = new BigDecimal(z);
        BigDecimal sum = term;
        for (int k = 3; k < 400; k += 2) {
            term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }

    /** Φ(-x) / φ(x) = 1 / (x + 1 / (x + 2 / (x + 3 / (x + ...)))). */
    private static BigDecimal mills(double x) {
        BigDecimal at = new BigDecimal(x);
        BigDecimal denominator = at;
        for (int k = 600; k > 0; k--) {
            denominator = at.add(BigDecimal.valueOf(k).divide(denominator, DIGITS), DIGITS);
        }
        return BigDecimal.ONE.divide(denominator, DIGITS);
    }

    /** e^(-z²/2) / √(2π), the exponential by the series for the exponent / 2²⁰, squared twenty times. */
    private static BigDecimal density(double z) {
        BigDecimal small =
                new BigDecimal(z).multiply(new BigDecimal(z), DIGITS).divide(BigDecimal.valueOf(-2L << 20), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; k < 20; k++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < 20; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum.multiply(new BigDecimal("0.3989422804014326779399460599343818684758586311649347"), DIGITS);
    }
}
