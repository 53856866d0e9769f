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

class AdamWTest implements OptimizerContract {
    @Override
    public Optimizer optimizer() {
        return new AdamW(0.01, 0.9, 0.999, 1e-8, 0.05);
    }

    /** The formulas in Python's decimals, 50 digits. */
    @Override
    public double[] expected() {
        return new double[] {0.98950000019999999600, 0.98634187987068461625, 0.97926759302767361925};
    }

    @Override
    public boolean staysWhereTheGradientIsZero() {
        return false;
    }

    @Test
    void weightsWithoutAGradientShrinkAndBiasesDoNot() {
        for (Parameter.Role role : Parameter.Role.values()) {
            Matrix w = Matrix.column(PlainKernels.of(Precision.DOUBLE), 4, -8, 0);
            Optimizer.Update update =
                    new AdamW(0.5, 0.9, 0.999, 1e-8, 0.5).start(new Parameter("parameter", role, w, 1, 3));
            update.step(w, Matrix.zeros(w.kernels(), 3, 1), 10);
            double kept = role == Parameter.Role.WEIGHTS ? 0.75 : 1;
            assertThat(w.get(0)).isEqualTo(4 * kept);
            assertThat(w.get(1)).isEqualTo(-8 * kept);
            assertThat(w.get(2)).isEqualTo(0);
        }
    }

    @Test
    void withoutWeightDecayItIsAdam() {
        Matrix w = Matrix.column(PlainKernels.of(Precision.DOUBLE), 1, 2);
        Matrix adams = w.copy();
        Matrix nabla = Matrix.column(w.kernels(), 3, -1);
        new AdamW(0.01, 0.9, 0.999, 1e-8, 0).start(weights(w)).step(w, nabla, 2);
        new Adam(0.01).start(weights(adams)).step(adams, nabla, 2);
        assertThat(w.sameBits(adams)).isTrue();
    }

    @Test
    void whatIsNoWeightOfItsIsRefusedBeforeItDecays() {
        Matrix other = Matrix.column(PlainKernels.of(Precision.DOUBLE), 1, 2, 3);
        Optimizer.Update update = new AdamW(0.01).start(weights(Matrix.zeros(other.kernels(), 2, 1)));
        assertThatThrownBy(() -> update.step(other, other, 1)).hasMessageStartingWith("w is 3×1 of double but");
        assertThat(other.get(2)).isEqualTo(3);
    }

    @Test
    void aStepThatTurnsWeightsOverIsRefused() {
        assertThatThrownBy(() -> new AdamW(4, 0.9, 0.999, 1e-8, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the learning rate times weight decay is at most 1, but got 4.0 times 0.5;"
                        + " take less of either");
    }

    private static Parameter weights(Matrix w) {
        return new Parameter("weights", Parameter.Role.WEIGHTS, w, 1, w.rows());
    }
}
