package io.nabla.activations;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.Activation;
import io.nabla.testkit.ActivationContract;
import org.junit.jupiter.api.Test;

class HardSigmoidTest implements ActivationContract {
    @Override
    public Activation activation() {
        return new HardSigmoid();
    }

    @Override
    public double[] kinks() {
        return new double[] {-3, 3};
    }

    @Test
    void derivativeAtTheKinksIsZero() {
        HardSigmoid sigmoid = new HardSigmoid();
        assertThat(sigmoid.derivative(-3, 0)).isZero();
        assertThat(sigmoid.derivative(3, 1)).isZero();
        assertThat(sigmoid.derivative(Math.nextDown(3.0), 1)).isEqualTo(1.0 / 6);
        assertThat(sigmoid.derivative(Math.nextUp(-3.0), 0)).isEqualTo(1.0 / 6);
    }
}
