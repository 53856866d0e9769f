package io.nabla.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Activation;
import io.nabla.testkit.ActivationContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EluTest implements ActivationContract {
    @Override
    public Activation activation() {
        return new Elu();
    }

    @Test
    void derivativeAtTheKinkIsAlpha() {
        assertThat(new Elu().derivative(0, 0)).isOne();
        Elu elu = new Elu(0.5);
        assertThat(elu.derivative(0.0, 0)).isEqualTo(0.5);
        assertThat(elu.derivative(-0.0, 0)).isEqualTo(0.5);
        assertThat(elu.derivative(Double.MIN_VALUE, Double.MIN_VALUE)).isOne();
    }

    @Test
    void alphaIsTheLimitFarBelowZero() {
        assertThat(new Elu().value(-1000)).isEqualTo(-1);
        assertThat(new Elu(0.5).value(-1000)).isEqualTo(-0.5);
        assertThat(new Elu(0.5).value(1000)).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, Double.POSITIVE_INFINITY, Double.NaN})
    void anotherAlphaIsRefused(double alpha) {
        assertThatThrownBy(() -> new Elu(alpha))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("alpha is a finite number of at least 0, such as 1.0, but got " + alpha);
    }
}
