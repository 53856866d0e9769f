package io.nabla.initializers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.Initializer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import org.junit.jupiter.api.Test;

class GaussiansTest {
    /** {@code numpy.random.seed(12345678); numpy.random.randn(...)}, row by row. */
    @Test
    void weightsAreDrawnRowByRow() {
        Matrix large = draw(new LargeGaussian(), Parameter.Role.WEIGHTS);
        NumpyRandom numpy = new NumpyRandom(12345678);
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                assertThat(large.get(row, column)).isEqualTo(numpy.nextGaussian());
            }
        }
    }

    @Test
    void theDefaultDividesWeightsByTheRootOfTheirFanIn() {
        Matrix large = draw(new LargeGaussian(), Parameter.Role.WEIGHTS);
        Matrix scaled = draw(new ScaledGaussian(), Parameter.Role.WEIGHTS);
        for (int i = 0; i < large.size(); i++) {
            assertThat(scaled.get(i)).isEqualTo(large.get(i) / 2); // fan-in 4
        }
    }

    @Test
    void biasesAreNeverDivided() {
        Matrix large = draw(new LargeGaussian(), Parameter.Role.BIASES);
        assertThat(draw(new ScaledGaussian(), Parameter.Role.BIASES).sameBits(large))
                .isTrue();
        assertThat(large.dot(large)).isPositive();
    }

    /** N(0, 2/fan-in): √(2/4) times the same draws. */
    @Test
    void hesWeightsHaveTwiceTheVarianceOfTheDefault() {
        Matrix scaled = draw(new ScaledGaussian(), Parameter.Role.WEIGHTS);
        Matrix he = draw(new HeGaussian(), Parameter.Role.WEIGHTS);
        for (int i = 0; i < he.size(); i++) {
            assertThat(he.get(i)).isCloseTo(scaled.get(i) * Math.sqrt(2), within(1e-15));
        }
    }

    /** So the weights of a network's next layer do not depend on how many biases there are. */
    @Test
    void hesBiasesAreZeroAndDrawNothing() {
        Matrix biases = Matrix.column(PlainKernels.of(Precision.DOUBLE), 5, 6, 7);
        NumpyRandom random = new NumpyRandom(12345678);
        new HeGaussian().draw(new Parameter("b", Parameter.Role.BIASES, biases, 4, 3), random);
        assertThat(biases.sameBits(Matrix.zeros(biases.kernels(), 3, 1))).isTrue();
        assertThat(random.nextGaussian()).isEqualTo(new NumpyRandom(12345678).nextGaussian());
    }

    private static Matrix draw(Initializer initializer, Parameter.Role role) {
        Matrix value = Matrix.zeros(PlainKernels.of(Precision.DOUBLE), 3, 4);
        initializer.draw(new Parameter("w", role, value, 4, 3), new NumpyRandom(12345678));
        return value;
    }
}
