package io.nabla.regularizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Settings;
import io.nabla.core.kernels.PlainKernels;
import java.util.Map;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaxNormTest {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);

    /** Three units: too long, just long enough, short. */
    @ParameterizedTest
    @EnumSource
    void onlyRowsThatAreTooLongAreScaled(Precision precision) {
        Matrix w =
                Matrix.of(PlainKernels.of(precision), new double[] {6, -8}, new double[] {3, 4}, new double[] {-1, 2});
        new MaxNorm(5).limit(w);
        assertThat(w.sameBits(Matrix.of(w.kernels(), new double[] {3, -4}, new double[] {3, 4}, new double[] {-1, 2})))
                .isTrue();
    }

    @Test
    void aScaledRowHasTheNormAndItsDirection() {
        double[] row = {0.3, -2.7, 1.1, 5.9, -0.02};
        Matrix w = Matrix.of(DOUBLES, row, new double[5]);
        new MaxNorm(1.5).limit(w);
        ArrayRealVector expected =
                (ArrayRealVector) new ArrayRealVector(row).unitVector().mapMultiply(1.5);
        for (int column = 0; column < 5; column++) {
            assertThat(w.get(0, column)).isCloseTo(expected.getEntry(column), within(1e-15));
            assertThat(w.get(1, column)).isZero();
        }
    }

    @Test
    void whatHasOverflowedIsNotHidden() {
        Matrix w = Matrix.of(DOUBLES, new double[] {Double.POSITIVE_INFINITY, 1}, new double[] {Double.NaN, 1});
        Matrix before = w.copy();
        new MaxNorm(1).limit(w);
        assertThat(w.sameBits(before)).isTrue();
    }

    @Test
    void costAndGradientKnowNothingOfIt() {
        Matrix w = Matrix.column(DOUBLES, 3, 4);
        Matrix nabla = Matrix.column(DOUBLES, 1, 2);
        new MaxNorm(1).addGradient(w, 1, nabla);
        assertThat(nabla.sameBits(Matrix.column(DOUBLES, 1, 2))).isTrue();
        assertThat(new MaxNorm(1).penalty(w)).isZero();
    }

    @Test
    void otherRegularizersLimitNothing() {
        Matrix w = Matrix.column(DOUBLES, 300, 400);
        new ElasticNet(5, 0.5).limit(w);
        assertThat(w.sameBits(Matrix.column(DOUBLES, 300, 400))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void theBoundIsFiniteAndAbove0(double bound) {
        assertThatThrownBy(() -> new MaxNorm(bound))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the bound is a finite number above 0, such as 3.0, but got " + bound);
    }

    @Test
    void theFactoryReadsItsSetting() {
        MaxNormFactory factory = new MaxNormFactory();
        assertThat(factory.name()).isEqualTo("max-norm").isEqualTo(new MaxNorm(1).name());
        assertThat(factory.create(Settings.of(Map.of("bound", "3")), null)).isEqualTo(new MaxNorm(3));
        assertThatThrownBy(() -> factory.create(Settings.of(Map.of("lambda", "3")), null))
                .hasMessageContaining("unknown setting 'lambda'");
    }
}
