package io.nabla.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nabla.activations.Sigmoid;
import io.nabla.activations.Softmax;
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

/** Under the contract the targets of an example sum to anything: the fused form must be right for them too. */
class LogLikelihoodCostTest implements CostContract {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);

    @Override
    public Cost cost() {
        return new LogLikelihoodCost();
    }

    @Override
    public List<Activation> outputs() {
        List<Activation> outputs = new ArrayList<>(CostContract.super.outputs());
        outputs.add(new Sigmoid());
        outputs.add(new Softmax());
        return outputs;
    }

    @Test
    void fusedIsOutputMinusTargetForOneHotTargets() {
        Matrix z = Matrix.of(DOUBLES, new double[][] {{1, -2}, {0, 5}, {3, 0.5}});
        Matrix y = Matrix.of(DOUBLES, new double[][] {{0, 1}, {0, 0}, {1, 0}});
        Activation softmax = new Softmax();
        Matrix a = softmax.apply(z);
        assertThat(cost().delta(softmax, z, a, y).sameBits(a.minus(y))).isTrue();
    }

    @Test
    void targetsThatSumToNothingGiveNoError() {
        Matrix z = Matrix.column(DOUBLES, 1, 2, 3);
        Matrix y = Matrix.column(DOUBLES, 0, 0, 0);
        Activation softmax = new Softmax();
        Matrix delta = cost().delta(softmax, z, softmax.apply(z), y);
        assertThat(delta.dot(delta)).isZero();
    }

    /** The probability of the right class has underflowed to 0: only the fused form still learns. */
    @Test
    void aSaturatedSoftmaxStillLearns() {
        Matrix z = Matrix.column(DOUBLES, 1000, 0);
        Matrix y = Matrix.column(DOUBLES, 0, 1);
        Activation softmax = new Softmax();
        Matrix a = softmax.apply(z);
        Matrix delta = cost().delta(softmax, z, a, y);
        assertThat(cost().value(a, y)).isEqualTo(100);
        assertThat(delta.get(0)).isEqualTo(1);
        assertThat(delta.get(1)).isEqualTo(-1);
    }

    @Test
    void classesThatAreNotWantedCostNothing() {
        assertThat(cost().value(Matrix.column(DOUBLES, 0.5, 0, 0.5), Matrix.column(DOUBLES, 1, 0, 0)))
                .isCloseTo(StrictMath.log(2), within(1e-15));
    }

    @Test
    void theGradientOfAnImpossibleRightAnswerFitsAFloat() {
        Kernels floats = PlainKernels.of(Precision.FLOAT);
        Matrix gradient = cost().gradient(Matrix.column(floats, 0, 1), Matrix.column(floats, 1, 0));
        assertThat(gradient.get(0)).isCloseTo(-1e30, within(1e24));
        assertThat(gradient.get(1)).isZero();
    }

    @Test
    void outputsMustBeProbabilities() {
        assertThatThrownBy(() -> cost().value(Matrix.column(DOUBLES, 0.5, 1.5), Matrix.column(DOUBLES, 1, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("log-likelihood takes outputs from 0 to 1, but output 2 of example 1 is 1.5;"
                        + " use an output layer with the activation sigmoid or softmax, or the cost quadratic");
    }

    @Test
    void targetsMustNotBeNegative() {
        assertThatThrownBy(() -> cost().value(Matrix.column(DOUBLES, 0.5, 0.5), Matrix.column(DOUBLES, 2, -1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "log-likelihood takes wanted outputs of at least 0, but wanted output 2 of example 1 is -1.0;"
                                + " scale them, or use the cost quadratic");
    }
}
