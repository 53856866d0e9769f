package io.nabla.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nabla.activations.Sigmoid;
import io.nabla.activations.Softmax;
import io.nabla.api.Activation;
import io.nabla.api.Cost;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.testkit.CostContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The log-likelihood cost with label smoothing. */
class LabelSmoothingTest implements CostContract {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);

    @Override
    public Cost cost() {
        return new LogLikelihoodCost(0.1);
    }

    @Override
    public List<Activation> outputs() {
        List<Activation> outputs = new ArrayList<>(CostContract.super.outputs());
        outputs.add(new Sigmoid());
        outputs.add(new Softmax());
        return outputs;
    }

    @Test
    void everyClassGetsAShareOfWhatTheRightOneLoses() {
        Matrix a = Matrix.column(DOUBLES, 0.7, 0.2, 0.1);
        Matrix y = Matrix.column(DOUBLES, 1, 0, 0);
        Cost cost = new LogLikelihoodCost(0.3);
        double expected = -0.8 * StrictMath.log(0.7) - 0.1 * StrictMath.log(0.2) - 0.1 * StrictMath.log(0.1);
        assertThat(cost.value(a, y)).isCloseTo(expected, within(1e-15));
        Matrix gradient = cost.gradient(a, y);
        assertThat(gradient.get(0)).isCloseTo(-0.8 / 0.7, within(1e-15));
        assertThat(gradient.get(1)).isCloseTo(-0.5, within(1e-15));
        assertThat(gradient.get(2)).isCloseTo(-1, within(1e-15));
    }

    @ParameterizedTest
    @EnumSource
    void isTheCostOfTheSmoothedTargets(Precision precision) {
        Kernels kernels = PlainKernels.of(precision);
        Matrix z = Matrix.of(kernels, new double[][] {{1, -2}, {0, 5}, {3, 0.5}, {-1, 2}});
        Matrix y = Matrix.of(kernels, new double[][] {{0, 1}, {0, 0}, {1, 0}, {0, 0}});
        Matrix smoothed = y.map(target -> target == 1 ? 0.9 + 0.1 / 4 : 0.1 / 4);
        Activation softmax = new Softmax();
        Matrix a = softmax.apply(z);
        Cost plain = new LogLikelihoodCost();
        double tolerance = precision == Precision.DOUBLE ? 1e-14 : 1e-6;
        assertThat(cost().value(a, y)).isCloseTo(plain.value(a, smoothed), within(tolerance));
        Matrix delta = cost().delta(softmax, z, a, y);
        Matrix expected = a.minus(smoothed);
        for (int i = 0; i < a.size(); i++) {
            assertThat(delta.get(i)).isCloseTo(expected.get(i), within(tolerance));
        }
    }

    @Test
    void leastIsNotTheCertainAnswer() {
        Matrix y = Matrix.column(DOUBLES, 1, 0);
        Matrix certain = Matrix.column(DOUBLES, 1, 0);
        Matrix modest = Matrix.column(DOUBLES, 0.95, 0.05);
        assertThat(cost().value(modest, y)).isLessThan(cost().value(certain, y));
        Matrix gradient = cost().delta(new Softmax(), modest, modest, y);
        assertThat(Math.abs(gradient.get(0))).isLessThan(1e-15);
    }

    @ParameterizedTest
    @EnumSource
    void withoutSmoothingEveryBitStaysAsItWas(Precision precision) {
        Kernels kernels = PlainKernels.of(precision);
        Matrix z = Matrix.of(kernels, new double[][] {{1, -2}, {0, 5}, {3, 0.5}});
        Matrix y = Matrix.of(kernels, new double[][] {{0, 1}, {0, 0.3}, {1, 0}});
        Activation softmax = new Softmax();
        Matrix a = softmax.apply(z);
        Cost plain = new LogLikelihoodCost();
        Cost none = new LogLikelihoodCost(0);
        assertThat(none.value(a, y)).isEqualTo(plain.value(a, y));
        assertThat(none.gradient(a, y).sameBits(plain.gradient(a, y))).isTrue();
        assertThat(none.delta(softmax, z, a, y).sameBits(plain.delta(softmax, z, a, y)))
                .isTrue();
        assertThat(plain.value(a, y))
                .isEqualTo(a.zip(y, (output, target) -> -target * StrictMath.log(output))
                        .sum());
    }

    @Test
    void targetsAreCheckedBeforeTheyAreSmoothed() {
        assertThatThrownBy(() -> cost().value(Matrix.column(DOUBLES, 0.5, 0.5), Matrix.column(DOUBLES, 1, -0.01)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wanted output 2 of example 1 is -0.01");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 10, Double.NaN, Double.POSITIVE_INFINITY})
    void smoothingIsFromZeroToBelowOne(double smoothing) {
        assertThatThrownBy(() -> new LogLikelihoodCost(smoothing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label smoothing is a number from 0 to below 1, such as 0.1, but got " + smoothing
                        + "; with 0 the wanted outputs stay as they are");
    }
}
