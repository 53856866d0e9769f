package io.nabla.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.testkit.LayerContract;
import org.junit.jupiter.api.Test;

class ReshapeTest implements LayerContract {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);

    @Override
    public LayerDescription layer() {
        return new Reshape(Shape.of(2, 3, 2));
    }

    @Override
    public Shape inputs() {
        return Shape.of(12);
    }

    @Test
    void givesTheSameNumbersUnderTheOtherShape() {
        Layer image = new Reshape(Shape.of(1, 28, 28)).build(Shape.of(784), DOUBLES);
        assertThat(image.outputs()).isEqualTo(Shape.of(1, 28, 28));
        Layer flat = new Flatten().build(Shape.of(20, 12, 12), DOUBLES);
        assertThat(flat).hasToString("flatten 20×12×12 -> 2880");
    }

    @Test
    void anotherNumberOfNumbersIsRefused() {
        assertThatThrownBy(() -> new Reshape(Shape.of(1, 28, 28)).build(Shape.of(783), DOUBLES))
                .hasMessage("a reshape layer gives 1×28×28, which are 784 numbers, but gets 783, which are 783;"
                        + " give both the same number");
    }
}
