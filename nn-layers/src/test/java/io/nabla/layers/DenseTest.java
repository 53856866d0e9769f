package io.nabla.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.activations.Sigmoid;
import io.nabla.activations.Tanh;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.testkit.LayerContract;
import org.junit.jupiter.api.Test;

class DenseTest implements LayerContract {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);

    @Override
    public LayerDescription layer() {
        return new Dense(5, new Sigmoid());
    }

    @Override
    public Shape inputs() {
        return Shape.of(7);
    }

    /** By hand: w = (1 2 3 / 4 5 6), b = (0.5, -1), a = (1, 0, -1) and (2, 1, 0), δ = (1, 10) and (2, 20). */
    @Test
    void computesWhatIsComputedByHand() {
        Layer layer = new Dense(2, new Tanh()).build(Shape.of(3), DOUBLES);
        set(layer.parameters().get("weights"), new double[][] {{1, 2, 3}, {4, 5, 6}});
        set(layer.parameters().get("biases"), new double[][] {{0.5}, {-1}});
        Matrix a = Matrix.of(DOUBLES, new double[][] {{1, 2}, {0, 1}, {-1, 0}});
        Matrix delta = Matrix.of(DOUBLES, new double[][] {{1, 2}, {10, 20}});
        Parameters nabla = layer.parameters().zeros();
        layer.gradient(delta, a, nabla);

        assertSame(layer.weightedInput(a), new double[][] {{-1.5, 4.5}, {-3, 12}});
        assertSame(layer.backpropagate(delta, a), new double[][] {{41, 82}, {52, 104}, {63, 126}});
        assertSame(nabla.get("weights"), new double[][] {{5, 2, -1}, {50, 20, -10}});
        assertSame(nabla.get("biases"), new double[][] {{3}, {30}});
    }

    @Test
    void takesAnImageAsAPlainRowOfNumbers() {
        Layer layer = new Dense(30, new Sigmoid()).build(Shape.of(1, 28, 28), DOUBLES);
        assertThat(layer.inputs()).isEqualTo(Shape.of(1, 28, 28));
        assertThat(layer.outputs()).isEqualTo(Shape.of(30));
        assertThat(layer.parameters().get("weights")).hasToString("30×784 of double");
        assertThat(layer).hasToString("dense 1×28×28 -> 30, sigmoid");
    }

    @Test
    void parametersAreWeightsThenBiases() {
        Parameters parameters =
                new Dense(30, new Sigmoid()).build(Shape.of(784), DOUBLES).parameters();
        assertThat(parameters).extracting(Parameter::name).containsExactly("weights", "biases");
        assertThat(parameters)
                .extracting(Parameter::role)
                .containsExactly(Parameter.Role.WEIGHTS, Parameter.Role.BIASES);
        assertThat(parameters).extracting(Parameter::fanIn).containsExactly(784, 784);
        assertThat(parameters).extracting(Parameter::fanOut).containsExactly(30, 30);
        assertThat(parameters.count()).isEqualTo(30 * 784 + 30);
    }

    @Test
    void needsAUnitAndAnActivation() {
        assertThatThrownBy(() -> new Dense(0, new Sigmoid()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a dense layer has at least 1 unit, but got 0");
        assertThatThrownBy(() -> new Dense(1, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("activation");
    }

    @Test
    void inputsOfAnotherSizeAreRefused() {
        Layer layer = new Dense(2, new Sigmoid()).build(Shape.of(3), DOUBLES);
        assertThatThrownBy(() -> layer.weightedInput(Matrix.zeros(DOUBLES, 4, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2×3")
                .hasMessageContaining("4×1");
    }

    private static void set(Matrix matrix, double[][] values) {
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                matrix.set(row, column, values[row][column]);
            }
        }
    }

    private static void assertSame(Matrix actual, double[][] expected) {
        for (int row = 0; row < expected.length; row++) {
            for (int column = 0; column < expected[row].length; column++) {
                assertThat(actual.get(row, column)).isEqualTo(expected[row][column]);
            }
        }
    }
}
