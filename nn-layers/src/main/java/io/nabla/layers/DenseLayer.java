package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Shape;

/** z = w·a + b. */
final class DenseLayer implements Layer {
    private static final String WEIGHTS = "weights";
    private static final String BIASES = "biases";

    private final Shape inputs;
    private final Shape outputs;
    private final Activation activation;
    private final Matrix w;
    private final Matrix b;
    private final Parameters parameters;

    DenseLayer(Shape inputs, int units, Activation activation, Kernels kernels) {
        this.inputs = inputs;
        this.outputs = Shape.of(units);
        this.activation = activation;
        int fanIn = inputs.size();
        w = Matrix.zeros(kernels, units, fanIn);
        b = Matrix.zeros(kernels, units, 1);
        parameters = Parameters.of(
                new Parameter(WEIGHTS, Parameter.Role.WEIGHTS, w, fanIn, units),
                new Parameter(BIASES, Parameter.Role.BIASES, b, fanIn, units));
    }

    @Override
    public String kind() {
        return Dense.KIND;
    }

    @Override
    public Shape inputs() {
        return inputs;
    }

    @Override
    public Shape outputs() {
        return outputs;
    }

    @Override
    public Activation activation() {
        return activation;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Matrix weightedInput(Matrix a) {
        return w.affine(a, b);
    }

    @Override
    public Matrix backpropagate(Matrix delta, Matrix a) {
        return w.transposeTimes(delta); // BP2, its first half: wᵀ·δ
    }

    @Override
    public void gradient(Matrix delta, Matrix a, Parameters nabla) {
        nabla.get(BIASES).addRowSums(delta); // BP3: ∂C/∂b = δ
        nabla.get(WEIGHTS).addTimesTranspose(delta, a); // BP4: ∂C/∂w = δ·aᵀ
    }

    /** What a listing shows: {@code dense 784 -> 30, sigmoid}. */
    @Override
    public String toString() {
        return kind() + " " + inputs + " -> " + outputs + ", " + activation.name();
    }
}
