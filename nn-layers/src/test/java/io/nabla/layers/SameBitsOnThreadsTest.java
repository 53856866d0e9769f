package io.nabla.layers;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.nabla.core.kernels.ThreadedKernels;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers large enough to be shared by threads give the bits of one thread, in training and outside of it. */
class SameBitsOnThreadsTest {
    private static final int EXAMPLES = 70;

    static Stream<Arguments> layers() {
        return Stream.of(
                Arguments.of(new BatchNorm(new Tanh()), Shape.of(401)),
                Arguments.of(new BatchNorm(), Shape.of(7, 11, 11)),
                Arguments.of(new LayerNorm(new Tanh()), Shape.of(401)),
                Arguments.of(new LayerNorm(), Shape.of(20, 33)),
                Arguments.of(new Gru(301, false), Shape.of(3, 40)),
                Arguments.of(new Gru(70, true), Shape.of(6, 40)),
                Arguments.of(
                        new Residual(
                                new Dense(90, new Tanh()),
                                new BatchNorm(),
                                new Dropout(0.5),
                                new Dense(401, new Tanh())),
                        Shape.of(401)));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void threadsGiveTheBitsOfOne(LayerDescription description, Shape inputs) {
        for (Precision precision : Precision.values()) {
            Kernels plain = PlainKernels.of(precision);
            List<Matrix> expected = results(description, inputs, plain);
            for (int threads : new int[] {2, 3}) {
                try (ThreadedKernels threaded = new ThreadedKernels(plain, threads)) {
                    List<Matrix> actual = results(description, inputs, threaded);
                    for (int i = 0; i < expected.size(); i++) {
                        assertThat(actual.get(i).sameBits(expected.get(i)))
                                .as("result %d on %d threads in %s", i, threads, precision)
                                .isTrue();
                    }
                }
            }
        }
    }

    private static List<Matrix> results(LayerDescription description, Shape inputs, Kernels kernels) {
        SplittableRandom random = new SplittableRandom(7);
        Layer layer = description.build(inputs, kernels);
        for (Parameter parameter : layer.parameters()) {
            fill(parameter.value(), random, 0.5, 1);
        }
        Matrix a = fill(Matrix.zeros(kernels, layer.inputs().size(), EXAMPLES), random, -1, 1);
        Matrix delta = fill(Matrix.zeros(kernels, layer.outputs().size(), EXAMPLES), random, -1, 1);
        List<Matrix> results = new ArrayList<>();
        for (Layer form : new Layer[] {layer, layer.sample(3)}) {
            results.add(form.weightedInput(a));
            results.add(form.backpropagate(delta, a));
            Parameters nabla = form.parameters().zeros();
            form.gradient(delta, a, nabla);
            nabla.forEach(parameter -> results.add(parameter.value()));
        }
        return results;
    }

    private static Matrix fill(Matrix matrix, SplittableRandom random, double low, double high) {
        for (int i = 0; i < matrix.size(); i++) {
            matrix.set(i, low + (high - low) * random.nextDouble());
        }
        return matrix;
    }
}
