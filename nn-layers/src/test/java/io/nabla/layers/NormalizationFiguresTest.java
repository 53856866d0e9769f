package io.nabla.layers;

import static io.nabla.layers.PyTorchFigures.assertClose;

import io.nabla.activations.Identity;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Matrix;
import io.nabla.api.Parameters;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.kernels.PlainKernels;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Normalizations against PyTorch: outputs, both ways back, and running statistics after a step. */
class NormalizationFiguresTest {
    private static final PyTorchFigures FIGURES = PyTorchFigures.of("normalization.json");

    @ParameterizedTest
    @CsvSource({
        "layer-norm, 6, DOUBLE",
        "layer-norm, 6, FLOAT",
        "layer-norm(sequence), 3×5, DOUBLE",
        "layer-norm(sequence), 3×5, FLOAT"
    })
    void layerNorm(String name, String shape, Precision precision) {
        PyTorchFigures figures = FIGURES.get(name);
        LayerDescription description = new LayerNorm(figures.number("eps"), new Identity());
        assertFigures(figures, built(figures, description, shape, precision), precision);
    }

    @ParameterizedTest
    @CsvSource({
        "batch-norm(training), 6, DOUBLE",
        "batch-norm(training), 6, FLOAT",
        "batch-norm-image(training), 3×2×5, DOUBLE",
        "batch-norm-image(training), 3×2×5, FLOAT"
    })
    void batchNormInTraining(String name, String shape, Precision precision) {
        PyTorchFigures figures = FIGURES.get(name);
        LayerDescription description = new BatchNorm(figures.number("eps"), figures.number("momentum"), new Identity());
        Layer layer = built(figures, description, shape, precision);
        Parameters nabla = assertFigures(figures, layer.sample(0), precision);
        int m = figures.json().get("x").size();
        for (String[] names :
                new String[][] {{"running-mean", "running_mean_after"}, {"running-variance", "running_var_after"}}) {
            // As the trainer moves statistics.
            Matrix running = layer.parameters().get(names[0]);
            running.combine(1, -1.0 / m, nabla.get(names[0]));
            assertClose(running, figures.like(names[1], running), names[0]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void batchNormOutsideOfTraining(Precision precision) {
        PyTorchFigures figures = FIGURES.get("batch-norm(inference)");
        Layer layer = built(figures, new BatchNorm(figures.number("eps"), 0.1, new Identity()), "6", precision);
        figures.copyTo("running_mean", layer.parameters().get("running-mean"));
        figures.copyTo("running_var", layer.parameters().get("running-variance"));
        assertFigures(figures, layer, precision);
    }

    private static Layer built(
            PyTorchFigures figures, LayerDescription description, String shape, Precision precision) {
        int[] dimensions =
                Arrays.stream(shape.split("×")).mapToInt(Integer::parseInt).toArray();
        Layer layer = description.build(Shape.of(dimensions), PlainKernels.of(precision));
        figures.copyTo("gamma", layer.parameters().get("gamma"));
        figures.copyTo("beta", layer.parameters().get("beta"));
        return layer;
    }

    private static Parameters assertFigures(PyTorchFigures figures, Layer layer, Precision precision) {
        Kernels kernels = PlainKernels.of(precision);
        Matrix x = figures.examples("x", kernels);
        Matrix delta = figures.examples("upstream", kernels);
        assertClose(layer.weightedInput(x), figures.examples("output", kernels), "output");
        PyTorchFigures gradient = figures.get("gradient");
        assertClose(layer.backpropagate(delta, x), gradient.examples("x", kernels), "gradient by x");
        Parameters nabla = layer.parameters().zeros();
        layer.gradient(delta, x, nabla);
        for (String name : new String[] {"gamma", "beta"}) {
            assertClose(nabla.get(name), gradient.like(name, nabla.get(name)), "gradient by " + name);
        }
        return nabla;
    }
}
