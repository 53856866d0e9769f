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

class AdagradTest implements OptimizerContract {
    @Override
    public Optimizer optimizer() {
        return new Adagrad(0.1);
    }

    /** The formulas in Python's decimals, 50 digits. */
    @Override
    public double[] expected() {
        return new double[] {0.90000000001999999999, 0.94472135956199579392, 0.85743420347521788903};
    }

    @Test
    void stepsAlongOneSlopeShortenAsTheRootOfTheirNumber() {
        Matrix w = Matrix.column(PlainKernels.of(Precision.DOUBLE), 0);
        Parameter parameter = new Parameter("weights", Parameter.Role.WEIGHTS, w, 1, 1);
        Optimizer.Update update = new Adagrad(1).start(parameter);
        for (int step = 1; step <= 100; step++) {
            double before = w.get(0);
            update.step(w, Matrix.column(w.kernels(), 3), 1);
            assertThat(before - w.get(0)).isCloseTo(1 / Math.sqrt(step), within(1e-9));
        }
    }
}
