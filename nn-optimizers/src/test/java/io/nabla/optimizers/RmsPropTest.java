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

class RmsPropTest implements OptimizerContract {
    @Override
    public Optimizer optimizer() {
        return new RmsProp(0.01);
    }

    /** The formulas in Python's decimals, 50 digits. */
    @Override
    public double[] expected() {
        return new double[] {0.90000001999999600000, 0.94490133744217504457, 0.85742737839285945789};
    }

    /** Unlike Adam's, however large the gradient is. */
    @Test
    void theFirstStepIsTenTimesTheLearningRate() {
        Matrix w = Matrix.column(PlainKernels.of(Precision.DOUBLE), 1, 1);
        Parameter parameter = new Parameter("weights", Parameter.Role.WEIGHTS, w, 1, 2);
        new RmsProp(0.01).start(parameter).step(w, Matrix.column(w.kernels(), 1e6, -400), 10);
        assertThat(w.get(0)).isCloseTo(0.9, within(1e-8));
        assertThat(w.get(1)).isCloseTo(1.1, within(1e-8));
    }
}
