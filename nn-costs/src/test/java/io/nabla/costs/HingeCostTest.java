package io.nabla.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nabla.activations.Identity;
import io.nabla.activations.Sigmoid;
import io.nabla.activations.Softmax;
import io.nabla.activations.Tanh;
import io.nabla.api.Activation;
import io.nabla.api.Cost;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.testkit.CostContract;
import io.nabla.testkit.Range;
import java.util.List;
import org.junit.jupiter.api.Test;

class HingeCostTest implements CostContract {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);

    @Override
    public Cost cost() {
        return new HingeCost();
    }

    @Override
    public Range outputRange() {
        return new Range(-3, 3);
    }

    @Override
    public List<Activation> outputs() {
        return List.of(new Sigmoid(), new Tanh(), new Identity(), new Softmax());
    }

    @Test
    void everyOutputOwesWhatItIsShortOfOneOnItsSide() {
        Matrix a = Matrix.column(DOUBLES, 0.7, -1.5, 0.2);
        Matrix y = Matrix.column(DOUBLES, 1, 0, 0);
        assertThat(cost().value(a, y)).isCloseTo(1.5, within(1e-15));
        assertThat(cost().gradient(a, y).sameBits(Matrix.column(DOUBLES, -1, 0, 1)))
                .isTrue();
    }

    @Test
    void atTheMarginAndBeyondNothingIsOwed() {
        Matrix a = Matrix.of(DOUBLES, new double[][] {{1, -7}, {-1, 1e9}});
        Matrix y = Matrix.of(DOUBLES, new double[][] {{1, 0}, {0, 1}});
        assertThat(cost().value(a, y)).isZero();
        assertThat(cost().gradient(a, y).dot(a)).isZero();
    }

    @Test
    void anOutputOfZeroIsNotYetRight() {
        Matrix zeros = Matrix.column(DOUBLES, 0, 0);
        Matrix y = Matrix.column(DOUBLES, 1, 0);
        assertThat(cost().value(zeros, y)).isEqualTo(2);
        assertThat(cost().gradient(zeros, y).sameBits(Matrix.column(DOUBLES, -1, 1)))
                .isTrue();
    }

    @Test
    void aTargetOfAHalfPushesNowhere() {
        assertThat(cost().gradient(Matrix.column(DOUBLES, 5), Matrix.column(DOUBLES, 0.5))
                        .get(0))
                .isZero();
    }

    /** Who has labels of -1 and 1 is told to scale them. */
    @Test
    void targetsMustLieBetweenZeroAndOne() {
        assertThatThrownBy(() -> cost().value(Matrix.column(DOUBLES, 2, 2), Matrix.column(DOUBLES, 1, -1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hinge takes wanted outputs from 0 to 1, but wanted output 2 of example 1 is -1.0;"
                        + " scale them, or use the cost quadratic");
    }
}
