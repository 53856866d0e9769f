package io.nabla.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.Matrix;
import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.testkit.OptimizerContract;
import org.junit.jupiter.api.Test;

class NesterovTest implements OptimizerContract {
    @Override
    public Optimizer optimizer() {
        return new Nesterov(0.1);
    }

    /** Steps of 0.5 + 0.9·0.5 = 0.95, -0.25 + 0.9·0.2 = -0.07 and 1 + 0.9·1.18 = 2.062, by Momentum's velocities. */
    @Override
    public double[] expected() {
        return new double[] {0.905, 0.912, 0.7058};
    }

    /** With μ = 0, nothing is left of earlier gradients. */
    @Test
    void withoutMomentumItIsGradientDescent() {
        Matrix w = Matrix.column(PlainKernels.of(Precision.DOUBLE), 1, 2);
        Parameter parameter = new Parameter("weights", Parameter.Role.WEIGHTS, w, 1, 2);
        Optimizer.Update update = new Nesterov(0.5, 0).start(parameter);
        update.step(w, Matrix.column(w.kernels(), 8, -4), 4);
        update.step(w, Matrix.column(w.kernels(), 2, 0), 4);
        assertThat(w.get(0)).isEqualTo(-0.25);
        assertThat(w.get(1)).isEqualTo(2.5);
    }
}
