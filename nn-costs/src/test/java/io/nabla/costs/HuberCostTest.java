package io.nabla.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nabla.activations.Identity;
import io.nabla.activations.Sigmoid;
import io.nabla.activations.Softmax;
import io.nabla.activations.Tanh;
import io.nabla.api.Activation;
import io.nabla.api.Cost;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.testkit.CostContract;
import io.nabla.testkit.Range;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under the contract with a δ that is not 1, so that a δ forgotten somewhere is found. */
class HuberCostTest implements CostContract {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);

    @Override
    public Cost cost() {
        return new HuberCost(0.75);
    }

    @Override
    public Range outputRange() {
        return new Range(-3, 3);
    }

    @Override
    public Range targetRange() {
        return new Range(-3, 3);
    }

    @Override
    public boolean isLeastAtTarget() {
        return true;
    }

    @Override
    public List<Activation> outputs() {
        return List.of(new Sigmoid(), new Tanh(), new Identity(), new Softmax());
    }

    @Test
    void deltaIsOneIfNothingIsSaid() {
        assertThat(new HuberCost().delta()).isEqualTo(1);
        assertThat(new HuberCost().value(Matrix.column(DOUBLES, 0.8, 3), Matrix.column(DOUBLES, 1, 0)))
                .isCloseTo(2.52, within(1e-15));
    }

    @Test
    void isQuadraticNearTheTargetAndStraightFarFromIt() {
        Matrix y = Matrix.column(DOUBLES, 0, 0, 0, 0);
        Matrix a = Matrix.column(DOUBLES, 0.5, -2, 2.5, -10);
        Cost cost = new HuberCost(2);
        assertThat(cost.value(a, y)).isEqualTo(0.125 + 2 + 2 * 1.5 + 2 * 9);
        assertThat(cost.gradient(a, y).sameBits(Matrix.column(DOUBLES, 0.5, -2, 2, -2)))
                .isTrue();
    }

    @Test
    void withAGreatDeltaItIsTheQuadraticCost() {
        Matrix a = Matrix.column(DOUBLES, 3, -400, 0.25);
        Matrix y = Matrix.column(DOUBLES, -1, 700, 0.5);
        Cost cost = new HuberCost(1e6);
        assertThat(cost.value(a, y)).isCloseTo(new QuadraticCost().value(a, y), within(1e-9));
        assertThat(cost.gradient(a, y).sameBits(new QuadraticCost().gradient(a, y)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void deltaMustBeAFiniteNumberAboveZero(double delta) {
        assertThatThrownBy(() -> new HuberCost(delta))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("delta is a finite number above 0, such as 1.0, but got " + delta
                        + "; for no straight part use the cost quadratic");
    }
}
