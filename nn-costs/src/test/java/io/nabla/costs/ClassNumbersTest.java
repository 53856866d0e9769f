package io.nabla.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.Activation;
import io.nabla.api.Cost;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.api.SoftmaxActivation;
import io.nabla.core.kernels.PlainKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log-likelihood of classes that are told by their numbers: all as with columns of zeros and a one. */
class ClassNumbersTest {
    private static final Kernels KERNELS = PlainKernels.of(Precision.DOUBLE);
    private static final Matrix A =
            Matrix.of(KERNELS, new double[] {0.7, 0.2, 0}, new double[] {0.2, 0.3, 0.9}, new double[] {0.1, 0.5, 0.1});
    private static final Matrix NUMBERS = Matrix.of(KERNELS, new double[] {0, 2, 0});
    private static final Matrix ONE_HOT =
            Matrix.of(KERNELS, new double[] {1, 0, 1}, new double[] {0, 0, 0}, new double[] {0, 1, 0});

    /** Its outputs and its way back are given: only what it promises is of interest. */
    private record Given(boolean isSoftmax) {
        Activation activation() {
            return isSoftmax ? new Softmax() : new Plain();
        }

        private record Softmax() implements SoftmaxActivation {
            @Override
            public String name() {
                return "softmax";
            }

            @Override
            public Matrix apply(Matrix z) {
                return A;
            }

            @Override
            public Matrix backward(Matrix errorOnA, Matrix z, Matrix a) {
                throw new AssertionError("fused, it is not asked");
            }
        }

        private record Plain() implements Activation {
            @Override
            public String name() {
                return "plain";
            }

            @Override
            public Matrix apply(Matrix z) {
                return A;
            }

            @Override
            public Matrix backward(Matrix errorOnA, Matrix z, Matrix a) {
                return errorOnA.scaled(2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3})
    void valueGradientAndDeltaHaveTheSameBits(double smoothing) {
        Cost cost = new LogLikelihoodCost(smoothing);
        assertThat(cost.value(A, NUMBERS)).isEqualTo(cost.value(A, ONE_HOT));
        assertThat(cost.gradient(A, NUMBERS).sameBits(cost.gradient(A, ONE_HOT)))
                .isTrue();
        for (boolean softmax : new boolean[] {true, false}) {
            Activation sigma = new Given(softmax).activation();
            assertThat(cost.delta(sigma, A, A, NUMBERS).sameBits(cost.delta(sigma, A, A, ONE_HOT)))
                    .isTrue();
        }
    }

    @Test
    void theValueIsMinusTheLogarithmOfTheRightOutputs() {
        assertThat(new LogLikelihoodCost().value(A, NUMBERS))
                .isCloseTo(-Math.log(0.7) - Math.log(0.5) + 100, within(1e-13));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 3, 0.5, Double.NaN})
    void whatIsNoClassIsRefusedTellingIt(double number) {
        Matrix y = Matrix.of(KERNELS, new double[] {0, 1, number});
        String message = "the wanted output of example 3 is the number of a class, a whole number from 0 to 2, but got "
                + number;
        Cost cost = new LogLikelihoodCost();
        assertThatThrownBy(() -> cost.value(A, y))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> cost.gradient(A, y)).hasMessage(message);
        assertThatThrownBy(() -> cost.delta(new Given(true).activation(), A, A, y))
                .hasMessage(message);
    }

    @Test
    void onlyTheLogLikelihoodTakesThem() {
        Shape one = Shape.of(1);
        Shape ten = Shape.of(10);
        assertThat(new LogLikelihoodCost().takes(one, ten)).isTrue();
        assertThat(new LogLikelihoodCost().takes(ten, ten)).isTrue();
        assertThat(new LogLikelihoodCost().takes(Shape.of(2), ten)).isFalse();
        for (Cost cost : new Cost[] {
            new QuadraticCost(), new AbsoluteCost(), new HuberCost(), new HingeCost(), new CrossEntropyCost()
        }) {
            assertThat(cost.takes(one, ten)).as(cost.name()).isFalse();
            assertThat(cost.takes(Shape.of(2, 5), ten)).as(cost.name()).isTrue();
        }
    }
}
