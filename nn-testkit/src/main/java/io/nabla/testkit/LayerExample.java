package io.nabla.testkit;

import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;

/**
 * A layer with seeded parameters, what goes into it and an error that comes back.
 *
 * @param layer its parameters between -1 and 1
 * @param a activations that come in
 * @param delta errors of the layer's weighted inputs
 */
record LayerExample(Layer layer, Matrix a, Matrix delta) {
    private static final double STEP = 1e-5;

    static LayerExample of(Layer layer, Kernels kernels, int examples) {
        Draws draws = new Draws(55);
        for (Parameter parameter : layer.parameters()) {
            draws.fill(parameter.value(), -1, 1);
        }
        return new LayerExample(
                layer,
                draws.matrix(kernels, layer.inputs().size(), examples, -1, 1),
                draws.matrix(kernels, layer.outputs().size(), examples, -1, 1));
    }

    LayerExample withOtherInputs(int examples) {
        Draws draws = new Draws(56);
        return new LayerExample(
                layer,
                draws.matrix(a.kernels(), a.rows(), examples, -1, 1),
                draws.matrix(delta.kernels(), delta.rows(), examples, -1, 1));
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
