package io.nabla.costs;

import static org.assertj.core.api.Assertions.assertThat;
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

class AbsoluteCostTest implements CostContract {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);

    @Override
    public Cost cost() {
        return new AbsoluteCost();
    }

    @Override
    public Range outputRange() {
        return new Range(-3, 3);
    }

    @Override
    public Range targetRange() {
        return new Range(-3, 3);
    }

    @Override
    public boolean isLeastAtTarget() {
        return true;
    }

    @Override
    public List<Activation> outputs() {
        return List.of(new Sigmoid(), new Tanh(), new Identity(), new Softmax());
    }

    @Test
    void sumsTheDistances() {
        assertThat(cost().value(Matrix.column(DOUBLES, 0.8, 0.1), Matrix.column(DOUBLES, 1, 0)))
                .isCloseTo(0.3, within(1e-15));
    }

    @Test
    void theSlopeIsOneToEitherSideAndNothingAtTheTarget() {
        Matrix gradient = cost().gradient(Matrix.column(DOUBLES, 2, 7, -1e-300), Matrix.column(DOUBLES, 2, -5, 0));
        assertThat(gradient.sameBits(Matrix.column(DOUBLES, 0, 1, -1))).isTrue();
    }
}
