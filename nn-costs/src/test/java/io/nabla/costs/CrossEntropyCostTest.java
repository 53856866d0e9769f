package io.nabla.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossEntropyCostTest implements CostContract {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);

    @Override
    public Cost cost() {
        return new CrossEntropyCost();
    }

    @Override
    public boolean isLeastAtTarget() {
        return true;
    }

    @Override
    public List<Activation> outputs() {
        List<Activation> outputs = new ArrayList<>(CostContract.super.outputs());
        outputs.add(new Sigmoid());
        outputs.add(new Softmax());
        return outputs;
    }

    @Test
    void rightAndCertainCostsNothing() {
        Matrix y = Matrix.column(DOUBLES, 0, 1);
        assertThat(cost().value(y, y)).isZero();
        assertThat(cost().gradient(y, y).dot(y)).isZero();
    }

    @Test
    void wrongAndCertainCostsAHundredForEachOutput() {
        Matrix a = Matrix.column(DOUBLES, 0, 1);
        Matrix y = Matrix.column(DOUBLES, 1, 0);
        assertThat(cost().value(a, y)).isEqualTo(200);
        assertThat(cost().gradient(a, y).get(0)).isCloseTo(-1e12, within(1.0));
        assertThat(cost().gradient(a, y).get(1)).isCloseTo(1e12, within(1.0));
    }

    /** sigmoid(40) is exactly 1 and its σ′ exactly 0: only the fused form still learns. */
    @Test
    void aSaturatedSigmoidStillLearns() {
        Matrix z = Matrix.column(DOUBLES, 40, -800);
        Matrix y = Matrix.column(DOUBLES, 0, 1);
        Activation sigmoid = new Sigmoid();
        Matrix delta = cost().delta(sigmoid, z, sigmoid.apply(z), y);
        assertThat(delta.get(0)).isEqualTo(1);
        assertThat(delta.get(1)).isEqualTo(-1);
    }

    @Test
    void outputsMustBeProbabilities() {
        Matrix z = Matrix.of(DOUBLES, new double[][] {{0.5, 0.5}, {0.5, -0.5}});
        Matrix a = new Tanh().apply(z);
        Matrix y = Matrix.of(DOUBLES, new double[][] {{0, 1}, {1, 0}});
        String message = "cross-entropy takes outputs from 0 to 1, but output 2 of example 2 is -0.46211715726000";
        assertThatThrownBy(() -> cost().value(a, y))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageEndingWith(
                        "; use an output layer with the activation sigmoid or softmax, or the cost quadratic");
        assertThatThrownBy(() -> cost().delta(new Tanh(), z, a, y)).hasMessageStartingWith(message);
    }

    @Test
    void targetsMustBeProbabilities() {
        assertThatThrownBy(() -> cost().value(Matrix.column(DOUBLES, 0.5, 0.5), Matrix.column(DOUBLES, 1, 7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cross-entropy takes wanted outputs from 0 to 1, but wanted output 2 of example 1 is 7.0;"
                        + " scale them, or use the cost quadratic");
    }

    /** A softmax by another author may be rounded to a little above 1. */
    @Test
    void roundingAboveOneIsForgiven() {
        Matrix a = Matrix.column(DOUBLES, 1 + 1e-9);
        assertThat(cost().value(a, Matrix.column(DOUBLES, 1))).isCloseTo(0, within(1e-8));
        assertThat(cost().value(a, Matrix.column(DOUBLES, 0))).isEqualTo(100);
    }
}
