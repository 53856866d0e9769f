package io.nabla.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.kernels.ThreadedKernels;
import io.nabla.testkit.LayerContract;
import org.junit.jupiter.api.Test;

class AveragePool2dTest implements LayerContract {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);

    @Override
    public LayerDescription layer() {
        return new AveragePool2d(3, 2);
    }

    @Override
    public Shape inputs() {
        return Shape.of(2, 7, 6);
    }

    @Test
    void computesWhatIsComputedByHand() {
        Layer layer = new AveragePool2d(2).build(Shape.of(1, 2, 4), DOUBLES);
        Matrix a = Matrix.column(DOUBLES, 1, 2, 10, 20, 3, 4, 30, 40);
        assertThat(layer.weightedInput(a).doubles()).containsExactly(2.5, 25);
        Matrix delta = Matrix.column(DOUBLES, 4, 8);
        assertThat(layer.backpropagate(delta, a).doubles()).containsExactly(1, 1, 2, 2, 1, 1, 2, 2);
    }

    @Test
    void threadsShareWholeChannels() {
        try (ThreadedKernels threads = new ThreadedKernels(DOUBLES, 3)) {
            Layer layer = new AveragePool2d(2).build(Shape.of(7, 25, 25), DOUBLES);
            Matrix a = Matrix.zeros(DOUBLES, 7 * 625, 11);
            Matrix same = Matrix.zeros(threads, 7 * 625, 11);
            for (int i = 0; i < a.size(); i++) {
                a.set(i, i * 7919 % 1000);
                same.set(i, a.get(i));
            }
            Matrix z = layer.weightedInput(a);
            assertThat(layer.weightedInput(same).sameBits(z)).isTrue();
            assertThat(layer.backpropagate(z, same).sameBits(layer.backpropagate(z, a)))
                    .isTrue();
        }
    }

    @Test
    void tellsItsShapesAndRefusesWhatCannotBe() {
        Layer layer = new AveragePool2d(2).build(Shape.of(20, 24, 25), DOUBLES);
        assertThat(layer.outputs()).isEqualTo(Shape.of(20, 12, 12));
        assertThat(layer).hasToString(layer.kind() + " 20×24×25 -> 20×12×12");
        assertThatThrownBy(() -> new AveragePool2d(0)).hasMessageContaining("at least 1, but got 0");
        assertThatThrownBy(() -> new AveragePool2d(4).build(Shape.of(1, 3, 9), DOUBLES))
                .hasMessage("a window of 4×4 does not fit an image of 3×9; use a smaller one");
        assertThatThrownBy(() -> new AveragePool2d(2).build(Shape.of(9), DOUBLES))
                .hasMessageContaining("takes images of channels × height × width, such as 1×28×28, but gets 9");
    }
}
