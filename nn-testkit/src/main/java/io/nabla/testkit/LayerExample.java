package io.nabla.testkit;

import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A layer with seeded parameters, what goes into it and an error that comes back.
 *
 * @param layer what it learns between -1 and 1, its statistics up to 1 above their start, so that variances stay positive
 * @param a activations that come in
 * @param delta errors of the layer's weighted inputs
 */
record LayerExample(Layer layer, Matrix a, Matrix delta) {
    private static final double STEP = 1e-5;
    private static final long KEY = 0x5eed;

    /**
     * An example of seeded numbers.
     *
     * @param indexBound 0, or where inputs are indices one more than the greatest
     */
    static LayerExample of(Layer layer, Kernels kernels, int examples, int indexBound) {
        Draws draws = new Draws(55);
        for (Parameter parameter : layer.parameters()) {
            if (parameter.role().isLearned()) {
                draws.fill(parameter.value(), -1, 1);
            } else {
                Matrix value = parameter.value();
                for (int i = 0; i < value.size(); i++) {
                    value.set(i, value.get(i) + draws.between(0, 1));
                }
            }
        }
        return new LayerExample(
                layer,
                inputs(draws, kernels, layer.inputs().size(), examples, indexBound),
                draws.matrix(kernels, layer.outputs().size(), examples, -1, 1));
    }

    private static Matrix inputs(Draws draws, Kernels kernels, int rows, int examples, int indexBound) {
        Matrix a = draws.matrix(kernels, rows, examples, -1, 1);
        for (int i = 0; indexBound > 0 && i < a.size(); i++) {
            a.set(i, draws.index(indexBound));
        }
        return a;
    }

    LayerExample withOtherInputs(int examples, int indexBound) {
        Draws draws = new Draws(56);
        return new LayerExample(
                layer,
                inputs(draws, a.kernels(), a.rows(), examples, indexBound),
                draws.matrix(delta.kernels(), delta.rows(), examples, -1, 1));
    }

    /** The same with the layer of a training step, on the same parameters. */
    LayerExample inTraining() {
        return new LayerExample(layer.sample(KEY), a, delta);
    }

    /** This, and the same in training where the layer does something else there; each with what to call it. */
    Map<String, LayerExample> predictingAndTraining() {
        Map<String, LayerExample> examples = new LinkedHashMap<>();
        examples.put("", this);
        if (layer.sample(KEY) != layer) {
            examples.put("in training, ", inTraining());
        }
        return examples;
    }

    /** The same with inputs so many times as large. */
    LayerExample withLargeInputs(double factor) {
        return new LayerExample(layer, a.scaled(factor), delta);
    }

    /** The layer's gradient, from zero. */
    Parameters gradient() {
        Parameters nabla = layer.parameters().zeros();
        layer.gradient(delta, a, nabla);
        return nabla;
    }

    /** The slope of Σ δ⊙z by one element of the inputs or of a parameter, which is put back afterwards. */
    Slope slope(Matrix matrix, int place) {
        double old = matrix.get(place);
        Slope slope = Slope.of(
                value -> {
                    matrix.set(place, value);
                    return delta.dot(layer.weightedInput(a));
                },
                old,
                STEP);
        matrix.set(place, old);
        return slope;
    }

    /** The slope of Σ δ⊙z along a direction of the inputs or of a parameter, which is put back afterwards. */
    Slope slopeAlong(Matrix matrix, Matrix direction) {
        Matrix old = matrix.copy();
        Slope slope = Slope.of(
                distance -> {
                    for (int i = 0; i < matrix.size(); i++) {
                        matrix.set(i, Math.fma(distance, direction.get(i), old.get(i)));
                    }
                    return delta.dot(layer.weightedInput(a));
                },
                0,
                STEP);
        for (int i = 0; i < matrix.size(); i++) {
            matrix.set(i, old.get(i));
        }
        return slope;
    }

    /** A seeded direction in which a matrix may move: always the same for the same shape. */
    static Matrix direction(Matrix matrix) {
        return new Draws(matrix.size()).matrix(matrix.kernels(), matrix.rows(), matrix.columns(), -1, 1);
    }
}
