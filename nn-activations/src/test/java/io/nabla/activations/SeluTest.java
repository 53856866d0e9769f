package io.nabla.activations;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.Activation;
import io.nabla.testkit.ActivationContract;
import org.junit.jupiter.api.Test;

class SeluTest implements ActivationContract {
    @Override
    public Activation activation() {
        return new Selu();
    }

    @Override
    public double[] kinks() {
        return new double[] {0};
    }

    @Test
    void derivativeAtTheKinkIsThatFromBelow() {
        Selu selu = new Selu();
        assertThat(selu.derivative(0.0, 0)).isEqualTo(1.7580993408473766);
        assertThat(selu.derivative(-0.0, 0)).isEqualTo(1.7580993408473766);
        assertThat(selu.derivative(Double.MIN_VALUE, Double.MIN_VALUE)).isEqualTo(1.0507009873554805);
    }
}
