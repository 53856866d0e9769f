package io.nabla.layers;

import static io.nabla.layers.PyTorchFigures.assertClose;

import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.Parameters;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.kernels.PlainKernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values and gradients of the layers for images, computed with PyTorch in float64. */
class ImageOracleTest {
    private static final PyTorchFigures FIGURES = PyTorchFigures.of("images.json");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conv2d(stride=1,padding=0) | 1 | 0",
                "conv2d(stride=2,padding=1) | 2 | 1",
                "conv2d(stride=1,padding=2) | 1 | 2"
            })
    void convolutions(String name, int stride, int padding) {
        for (Precision precision : Precision.values()) {
            Layer layer = new Convolution2d(4, 3, stride, padding, PassOn.INSTANCE)
                    .build(Shape.of(3, 6, 7), PlainKernels.of(precision));
            PyTorchFigures figures = FIGURES.get(name);
            figures.copyTo("w", layer.parameters().get("weights"));
            figures.copyTo("b", layer.parameters().get("biases"));
            Parameters nabla = layer.parameters().zeros();
            Matrix a = figures.examples("x", PlainKernels.of(precision));
            layer.gradient(figures.examples("upstream", a.kernels()), a, nabla);

            check(figures, layer, a);
            PyTorchFigures gradient = figures.get("gradient");
            assertClose(nabla.get("weights"), gradient.like("w", nabla.get("weights")), name + " w");
            assertClose(nabla.get("biases"), gradient.like("b", nabla.get("biases")), name + " b");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-pool2d(2) | 6 | 7 | 2 | 2",
                "max-pool2d(3,stride=2) | 7 | 7 | 3 | 2",
                "avg-pool2d(2) | 6 | 6 | 2 | 2"
            })
    void poolings(String name, int height, int width, int size, int stride) {
        LayerDescription pool = name.startsWith("max") ? new MaxPool2d(size, stride) : new AveragePool2d(size, stride);
        for (Precision precision : Precision.values()) {
            Kernels kernels = PlainKernels.of(precision);
            PyTorchFigures figures = FIGURES.get(name);
            check(figures, pool.build(Shape.of(3, height, width), kernels), figures.examples("x", kernels));
        }
    }

    private static void check(PyTorchFigures figures, Layer layer, Matrix a) {
        assertClose(layer.weightedInput(a), figures.examples("output", a.kernels()), layer + " z");
        Matrix error = layer.backpropagate(figures.examples("upstream", a.kernels()), a);
        assertClose(error, figures.get("gradient").examples("x", a.kernels()), layer + " x");
    }
}
