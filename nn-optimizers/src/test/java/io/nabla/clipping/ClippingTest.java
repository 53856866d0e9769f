package io.nabla.clipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.Clipping;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Norm;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Precision;
import io.nabla.api.Sequence;
import io.nabla.core.kernels.PlainKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClippingTest {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);
    private static final int M = 4;

    /** Two layers of one parameter each, as sums over four examples. */
    private static Sequence<Parameters> nabla(Kernels kernels) {
        return Sequence.of(
                parameters(Matrix.of(kernels, new double[] {0.3, -1.7}, new double[] {2.5, 0.4})
                        .scaled(M)),
                parameters(Matrix.column(kernels, -0.9, 3.1).scaled(M)));
    }

    private static Parameters parameters(Matrix value) {
        return Parameters.of(new Parameter("weights", Parameter.Role.WEIGHTS, value, 2, 2));
    }

    /** What PyTorch's clip_grad_norm_ leaves of the mean gradient; it adds 1e-6 to the norm. */
    @ParameterizedTest
    @EnumSource
    void theNormIsThatOfAllParametersTogether(Precision precision) {
        Sequence<Parameters> nabla = nabla(PlainKernels.of(precision));
        assertThat(Norm.of(nabla) / M).isCloseTo(4.450842616853577, within(1e-6));
        new ClipByNorm(1).clip(nabla, M);
        assertMean(
                nabla,
                1e-6,
                new double[] {0.06740295229965373, 0.5616912691637812, -0.3819500630313712, 0.089870603066205},
                new double[] {-0.20220885689896123, 0.6964971737630887});
        assertThat(Norm.of(nabla) / M).isCloseTo(1, within(1e-6));
    }

    /** What PyTorch's clip_grad_value_ leaves. */
    @ParameterizedTest
    @EnumSource
    void eachDerivativeIsCutByItself(Precision precision) {
        Sequence<Parameters> nabla = nabla(PlainKernels.of(precision));
        new ClipByValue(1).clip(nabla, M);
        assertMean(nabla, 1e-7, new double[] {0.3, 1, -1, 0.4}, new double[] {-0.9, 1});
    }

    private static void assertMean(Sequence<Parameters> nabla, double tolerance, double[]... expected) {
        for (int l = 0; l < expected.length; l++) {
            for (int i = 0; i < expected[l].length; i++) {
                assertThat(nabla.get(l).get(0).value().get(i) / M).isCloseTo(expected[l][i], within(tolerance));
            }
        }
    }

    @Test
    void aGradientThatIsSmallEnoughStaysToTheBit() {
        for (Clipping clipping : new Clipping[] {new ClipByNorm(4.46), new ClipByValue(3.1)}) {
            Sequence<Parameters> nabla = nabla(DOUBLES);
            clipping.clip(nabla, M);
            for (int l = 0; l < nabla.size(); l++) {
                assertThat(nabla.get(l)
                                .get(0)
                                .value()
                                .sameBits(nabla(DOUBLES).get(l).get(0).value()))
                        .isTrue();
            }
        }
    }

    /** Numbers whose squares overflow, but not they themselves. */
    @Test
    void anExplodedGradientIsScaledAsLongAsItIsFinite() {
        Sequence<Parameters> nabla = Sequence.of(parameters(Matrix.column(DOUBLES, 3e200, -4e200)));
        new ClipByNorm(5).clip(nabla, 1);
        assertThat(nabla.get(0).get(0).value().get(0)).isCloseTo(3, within(1e-14));
        assertThat(nabla.get(0).get(0).value().get(1)).isCloseTo(-4, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void aGradientThatIsNotFiniteIsNotHidden(double number) {
        Sequence<Parameters> nabla = Sequence.of(parameters(Matrix.column(DOUBLES, 1, number)));
        new ClipByNorm(0.5).clip(nabla, 1);
        assertThat(nabla.get(0).get(0).value().get(0)).isEqualTo(1);
        assertThat(nabla.get(0).get(0).value().get(1)).isEqualTo(Double.valueOf(number));
        Sequence<Parameters> nan = Sequence.of(parameters(Matrix.column(DOUBLES, 1, Double.NaN)));
        new ClipByValue(0.5).clip(nan, 1);
        assertThat(nan.get(0).get(0).value().get(1)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aBoundIsFiniteAndAbove0(double bound) {
        assertThatThrownBy(() -> new ClipByNorm(bound))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the norm of clipping is a finite number above 0, such as 1.0, but got " + bound);
        assertThatThrownBy(() -> new ClipByValue(bound))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the bound of clipping is a finite number above 0, such as 0.5, but got " + bound);
    }
}
