package io.nabla.activations;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.ElementwiseActivation;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where exp overflows and underflows, at the ends of the range, and at NaN. */
class ExtremesTest {
    private static final double[] FAR = {709, 710, 745, 746, 1e4, 1e154, 1e155, 1e308, Double.MAX_VALUE};

    static Stream<ElementwiseActivation> rising() {
        return Stream.of(
                new LeakyRelu(), new Elu(), new Softplus(), new Gelu(), new GeluTanh(), new Silu(), new Mish());
    }

    static Stream<ElementwiseActivation> bounded() {
        return Stream.of(new Softsign(), new HardSigmoid(), new HardTanh());
    }

    static Stream<ElementwiseActivation> all() {
        return Stream.of(rising(), bounded(), Stream.of(new Selu())).flatMap(some -> some);
    }

    @ParameterizedTest
    @MethodSource("rising")
    void farAboveZeroItIsTheIdentity(ElementwiseActivation sigma) {
        for (double z : FAR) {
            assertThat(sigma.value(z)).isEqualTo(z);
            assertThat(sigma.derivative(z, z)).isOne();
        }
    }

    @ParameterizedTest
    @MethodSource("bounded")
    void farAboveZeroItIsOne(ElementwiseActivation sigma) {
        for (double z : FAR) {
            assertThat(sigma.value(z)).isBetween(0.99, 1.0);
            assertThat(sigma.derivative(z, sigma.value(z))).isBetween(0.0, 2e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void farBelowZeroItIsFinite(ElementwiseActivation sigma) {
        for (double z : FAR) {
            double a = sigma.value(-z);
            assertThat(a).isFinite();
            assertThat(sigma.derivative(-z, a)).isBetween(-1e-300, 0.01);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void nanComesOutAsNan(ElementwiseActivation sigma) {
        assertThat(sigma.value(Double.NaN)).isNaN();
        assertThat(sigma.derivative(Double.NaN, Double.NaN)).isNaN();
    }
}
