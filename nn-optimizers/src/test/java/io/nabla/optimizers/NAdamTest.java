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

class NAdamTest implements OptimizerContract {
    @Override
    public Optimizer optimizer() {
        return new NAdam(0.01);
    }

    /** The formulas in Python's decimals, 50 digits. */
    @Override
    public double[] expected() {
        return new double[] {0.98943548242773646910, 0.99354657961611365847, 0.98356555860737915314};
    }

    /** μ = β₁ / 2 at every step: then the first is η ((1 - μ) / (1 - μ) + μ (1 - β₁) / (1 - μ²)) of the sign. */
    @Test
    void withoutMomentumDecayTheMomentumStaysHalfOfBeta1() {
        Matrix w = Matrix.column(PlainKernels.of(Precision.DOUBLE), 1);
        Parameter parameter = new Parameter("weights", Parameter.Role.WEIGHTS, w, 1, 1);
        new NAdam(0.01, 0.9, 0.999, 1e-20, 0).start(parameter).step(w, Matrix.column(w.kernels(), 5), 1);
        double mu = 0.45;
        assertThat(w.get(0)).isCloseTo(1 - 0.01 * (1 + mu * 0.1 / (1 - mu * mu)), within(1e-15));
    }
}
