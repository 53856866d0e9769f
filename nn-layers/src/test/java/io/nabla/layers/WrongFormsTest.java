package io.nabla.layers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.activations.Identity;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.kernels.PlainKernels;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Storage may be longer than a matrix: what is of another form must not be read from behind its end. */
class WrongFormsTest {
    private static Matrix zeros(int rows, int columns) {
        return Matrix.zeros(PlainKernels.of(Precision.DOUBLE), rows, columns);
    }

    private static Layer built(LayerDescription description, int... inputs) {
        return description.build(Shape.of(inputs), PlainKernels.of(Precision.DOUBLE));
    }

    static List<Layer> layers() {
        List<Layer> layers = new ArrayList<>(List.of(
                built(new Dense(3, new Identity()), 8),
                built(new Convolution2d(2, 2, new Identity()), 1, 4, 4),
                built(new MaxPool2d(2), 1, 4, 4),
                built(new AveragePool2d(2), 1, 4, 4),
                built(new Flatten(), 1, 4, 4),
                built(new BatchNorm(), 8),
                built(new LayerNorm(), 8),
                built(new Residual(new Dense(8, new Identity())), 8),
                built(new Embedding(5, 3), 4),
                built(new Gru(3, true), 4, 2),
                built(new Gru(3, false), 4, 2)));
        layers.add(built(new BatchNorm(), 8).sample(1));
        return layers;
    }

    @ParameterizedTest
    @MethodSource("layers")
    void areRefused(Layer layer) {
        int inputs = layer.inputs().size();
        int outputs = layer.outputs().size();
        Matrix a = zeros(inputs, 4);
        assertRefused(() -> layer.weightedInput(zeros(inputs + 1, 4)));
        for (Matrix delta : List.of(zeros(outputs + 1, 4), zeros(outputs, 3), zeros(outputs, 5))) {
            assertRefused(() -> {
                layer.backpropagate(delta, a);
                layer.gradient(delta, a, nabla(layer));
            });
            if (layer.parameters().size() > 0) {
                assertRefused(() -> layer.gradient(delta, a, nabla(layer)));
            }
        }
    }

    private static Parameters nabla(Layer layer) {
        List<Parameter> zero = new ArrayList<>();
        for (Parameter p : layer.parameters()) {
            Matrix w = p.value();
            zero.add(new Parameter(p.name(), p.role(), zeros(w.rows(), w.columns()), p.fanIn(), p.fanOut()));
        }
        return Parameters.of(zero.toArray(Parameter[]::new));
    }

    private static void assertRefused(Runnable use) {
        assertThatThrownBy(use::run).isInstanceOf(IllegalArgumentException.class);
    }
}
