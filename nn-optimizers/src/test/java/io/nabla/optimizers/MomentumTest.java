package io.nabla.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.Matrix;
import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.testkit.OptimizerContract;
import org.junit.jupiter.api.Test;

class MomentumTest implements OptimizerContract {
    @Override
    public Optimizer optimizer() {
        return new Momentum(0.1);
    }

    /** Velocities of 0.5, 0.9·0.5 - 0.25 = 0.2 and 0.9·0.2 + 1 = 1.18. */
    @Override
    public double[] expected() {
        return new double[] {0.95, 0.93, 0.812};
    }

    /** With μ = 0, nothing is left of earlier gradients. */
    @Test
    void withoutMomentumItIsGradientDescent() {
        Matrix w = Matrix.column(PlainKernels.of(Precision.DOUBLE), 1, 2);
        Parameter parameter = new Parameter("weights", Parameter.Role.WEIGHTS, w, 1, 2);
        Optimizer.Update update = new Momentum(0.5, 0).start(parameter);
        update.step(w, Matrix.column(w.kernels(), 8, -4), 4);
        update.step(w, Matrix.column(w.kernels(), 2, 0), 4);
        assertThat(w.get(0)).isEqualTo(-0.25);
        assertThat(w.get(1)).isEqualTo(2.5);
    }

    @Test
    void stepsAlongOneSlopeGrowToTenTimesTheFirst() {
        Matrix w = Matrix.column(PlainKernels.of(Precision.DOUBLE), 0);
        Parameter parameter = new Parameter("weights", Parameter.Role.WEIGHTS, w, 1, 1);
        Optimizer.Update update = new Momentum(0.25).start(parameter);
        double before = 0;
        for (int step = 0; step < 400; step++) {
            before = w.get(0);
            update.step(w, Matrix.column(w.kernels(), 1), 1);
        }
        assertThat(before - w.get(0)).isCloseTo(2.5, within(1e-12));
    }
}
