package io.nabla.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.activations.Relu;
import io.nabla.activations.Sigmoid;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.Network;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.testkit.LayerContract;
import org.junit.jupiter.api.Test;

class Convolution2dTest implements LayerContract {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);

    @Override
    public LayerDescription layer() {
        return new Convolution2d(3, 3, 2, 1, new Sigmoid());
    }

    @Override
    public Shape inputs() {
        return Shape.of(2, 6, 5);
    }

    /** By hand: a 2×2 filter that takes the difference along the diagonal, over 3×3 pixels. */
    @Test
    void computesWhatIsComputedByHand() {
        Layer layer = new Convolution2d(1, 2, new Sigmoid()).build(Shape.of(1, 3, 3), DOUBLES);
        Matrix w = layer.parameters().get("weights");
        w.set(0, 0, 1);
        w.set(0, 3, -1);
        layer.parameters().get("biases").set(0, 0.5);
        Matrix a = Matrix.column(DOUBLES, 1, 2, 3, 4, 5, 6, 7, 8, 10);
        assertThat(layer.weightedInput(a).doubles()).containsExactly(-3.5, -3.5, -3.5, -4.5);
        Matrix delta = Matrix.column(DOUBLES, 1, 0, 0, 10);
        assertThat(layer.backpropagate(delta, a).doubles()).containsExactly(1, 0, 0, 0, -1 + 10, 0, 0, 0, -10);
    }

    @Test
    void tellsItsShapesAndParameters() {
        Layer layer = new Convolution2d(20, 5, new Relu()).build(Shape.of(3, 28, 24), DOUBLES);
        assertThat(layer).hasToString("convolution2d 3×28×24 -> 20×24×20, relu");
        assertThat(layer.parameters().get("weights")).hasToString("20×75 of double");
        assertThat(layer.parameters()).extracting(Parameter::fanIn).containsExactly(75, 75);
        assertThat(layer.parameters()).extracting(Parameter::fanOut).containsExactly(500, 500);
        Layer strided = new Convolution2d(4, 3, 2, 1, new Relu()).build(Shape.of(1, 8, 7), DOUBLES);
        assertThat(strided.outputs()).isEqualTo(Shape.of(4, 4, 4));
    }

    @Test
    void whatCannotBeIsRefusedWithBothNumbers() {
        Relu relu = new Relu();
        assertThatThrownBy(() -> new Convolution2d(0, 5, relu)).hasMessageContaining("at least 1 filter");
        assertThatThrownBy(() -> new Convolution2d(2, 3, 1, 3, relu))
                .hasMessage("a padding is from 0 to below the kernel's size of 3, but got 3");
        assertThatThrownBy(() -> new Convolution2d(2, 5, relu).build(Shape.of(784), DOUBLES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("convolution2d takes images of channels × height × width")
                .hasMessageContaining("but gets 784");
        assertThatThrownBy(() -> Network.builder(1, 4, 4)
                        .layer(new Convolution2d(2, 5, relu))
                        .buildZeroed())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a kernel of 5×5 does not fit an image of 4×4 with a padding of 0");
    }

    @Test
    void imagesOfAnotherSizeAreRefused() {
        Layer layer = new Convolution2d(2, 3, new Relu()).build(Shape.of(1, 5, 5), DOUBLES);
        assertThatThrownBy(() -> layer.weightedInput(Matrix.zeros(DOUBLES, 24, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("25")
                .hasMessageContaining("a has 24 rows");
    }
}
