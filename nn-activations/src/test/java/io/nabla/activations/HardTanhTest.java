package io.nabla.activations;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.Activation;
import io.nabla.testkit.ActivationContract;
import org.junit.jupiter.api.Test;

class HardTanhTest implements ActivationContract {
    @Override
    public Activation activation() {
        return new HardTanh();
    }

    @Override
    public double[] kinks() {
        return new double[] {-1, 1};
    }

    @Test
    void derivativeAtTheKinksIsZero() {
        HardTanh tanh = new HardTanh();
        assertThat(tanh.derivative(-1, -1)).isZero();
        assertThat(tanh.derivative(1, 1)).isZero();
        assertThat(tanh.derivative(Math.nextDown(1.0), 1)).isOne();
        assertThat(tanh.derivative(Math.nextUp(-1.0), -1)).isOne();
    }
}
