package io.nabla.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.Activation;
import io.nabla.api.ElementwiseActivation;
import io.nabla.testkit.ActivationContract;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationsTest implements ActivationContract {
    private static final double[] POINTS = {-40, -6.5, -1.5, -0.3, -1e-8, 0, 1e-8, 0.3, 1.5, 6.5, 40};

    @Override
    public Activation activation() {
        return Activations.of("cube", z -> z.pow(3));
    }

    @Test
    void theCubeIsThatWrittenByHand() {
        ElementwiseActivation cube = Activations.of("cube", z -> z.pow(3));
        assertThat(cube.name()).isEqualTo("cube");
        for (double z : POINTS) {
            assertThat(cube.value(z)).isCloseTo(z * z * z, within(2 * Math.ulp(z * z * z)));
            assertThat(cube.derivative(z, cube.value(z))).isCloseTo(3 * z * z, within(2 * Math.ulp(3 * z * z)));
        }
    }

    @Test
    void longFormulasAreThoseWrittenByHand() {
        assertAgree(Activations.of("swish", z -> z.divide(z.negate().exp().add(1))), new Silu());
        assertAgree(Activations.of("tanh-again", DerivativeStructure::tanh), new Tanh());
        assertAgree(Activations.of("plus", z -> z.negate().exp().add(1).log().add(z)), new Softplus());
    }

    private static void assertAgree(ElementwiseActivation derived, ElementwiseActivation byHand) {
        for (double z : POINTS) {
            double a = byHand.value(z);
            assertThat(derived.value(z)).isCloseTo(a, within(1e-14 * Math.max(1, Math.abs(z))));
            assertThat(derived.derivative(z, a)).isCloseTo(byHand.derivative(z, a), within(1e-14));
        }
    }

    @Test
    void aConstantHasNoSlope() {
        ElementwiseActivation two =
                Activations.of("two", z -> z.getField().getOne().multiply(2));
        assertThat(two.value(5)).isEqualTo(2);
        assertThat(two.derivative(5, 2)).isZero();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Cube", "z cubed", "3-cubed", "cube--root", "cube-"})
    void anotherNameIsRefusedAsForAnyPlugin(String name) {
        assertThatThrownBy(() -> Activations.of(name, z -> z))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "is named '" + name + "'; a name is lower-case letters, digits and single hyphens");
    }

    @Test
    void aFormulaThatDoesNotUseItsArgumentIsRefusedAtOnce() {
        assertThatThrownBy(() -> Activations.of("nothing", z -> null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the formula of the activation 'nothing' gives null; it must give a number computed from its"
                                + " argument, such as z.pow(3)");
        assertThatThrownBy(() -> Activations.of("foreign", z -> new DerivativeStructure(2, 3, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the formula of the activation 'foreign' gives a number with 2 free parameters and"
                        + " derivatives up to order 3 but is given one with 1 and 1; compute it from its argument, such"
                        + " as z.pow(3)");
        assertThatThrownBy(() -> Activations.of("none", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("formula");
    }
}
