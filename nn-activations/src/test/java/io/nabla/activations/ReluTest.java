package io.nabla.activations;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.Activation;
import io.nabla.testkit.ActivationContract;
import org.junit.jupiter.api.Test;

class ReluTest implements ActivationContract {
    @Override
    public Activation activation() {
        return new Relu();
    }

    @Override
    public double[] kinks() {
        return new double[] {0};
    }

    @Test
    void derivativeAtTheKinkIsZero() {
        Relu relu = new Relu();
        assertThat(relu.derivative(0.0, 0)).isZero();
        assertThat(relu.derivative(-0.0, 0)).isZero();
        assertThat(relu.derivative(Double.MIN_VALUE, Double.MIN_VALUE)).isOne();
    }

    @Test
    void derivativeAtNanIsNan() {
        assertThat(new Relu().derivative(Double.NaN, Double.NaN)).isNaN();
    }

    @Test
    void infinitiesAreNoSpecialCase() {
        Relu relu = new Relu();
        assertThat(relu.value(Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(relu.value(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(relu.derivative(Double.NEGATIVE_INFINITY, 0)).isZero();
    }
}
