package io.nabla.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Matrix;
import io.nabla.api.Optimizer;
import io.nabla.api.Parameter;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.testkit.OptimizerContract;
import org.junit.jupiter.api.Test;

class AdadeltaTest implements OptimizerContract {
    @Override
    public Optimizer optimizer() {
        return new Adadelta();
    }

    /** The formulas in Python's decimals, 50 digits. */
    @Override
    public double[] expected() {
        return new double[] {0.99683778558348752068, 0.99892287261127886455, 0.99461615699908142107};
    }

    /** It would be zero as a float, and 0/0 make NaN of a weight that has no gradient. */
    @Test
    void anEpsilonTooSmallForFloatsIsRefused() {
        Matrix w = Matrix.column(PlainKernels.of(Precision.FLOAT), 1, 2);
        Parameter floats = new Parameter("weights", Parameter.Role.WEIGHTS, w, 1, 2);
        assertThatThrownBy(() -> new Adadelta(1, 0.9, 1e-50).start(floats))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("epsilon is at least 1.0E-32 where parameters are floats, but got 1.0E-50;"
                        + " use 1.0E-6, or doubles");
        Matrix before = w.copy();
        new Adadelta(1, 0.9, 1e-32).start(floats).step(w, Matrix.zeros(w.kernels(), 2, 1), 1);
        assertThat(w.sameBits(before)).isTrue();
    }
}
