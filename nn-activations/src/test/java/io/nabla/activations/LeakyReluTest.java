package io.nabla.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Activation;
import io.nabla.testkit.ActivationContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeakyReluTest implements ActivationContract {
    @Override
    public Activation activation() {
        return new LeakyRelu();
    }

    @Override
    public double[] kinks() {
        return new double[] {0};
    }

    @Test
    void derivativeAtTheKinkIsTheSlope() {
        LeakyRelu leaky = new LeakyRelu(0.25);
        assertThat(leaky.derivative(0.0, 0)).isEqualTo(0.25);
        assertThat(leaky.derivative(-0.0, 0)).isEqualTo(0.25);
        assertThat(leaky.derivative(Double.MIN_VALUE, Double.MIN_VALUE)).isOne();
    }

    @Test
    void theSlopeIsTheOneGiven() {
        assertThat(new LeakyRelu().value(-2)).isEqualTo(-0.02);
        assertThat(new LeakyRelu(0.25).value(-2)).isEqualTo(-0.5);
        assertThat(new LeakyRelu(0).value(-2)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1, 2, Double.POSITIVE_INFINITY, Double.NaN})
    void anotherSlopeIsRefused(double slope) {
        assertThatThrownBy(() -> new LeakyRelu(slope))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the slope below 0 is at least 0 and below 1, such as 0.01, but got " + slope);
    }
}
