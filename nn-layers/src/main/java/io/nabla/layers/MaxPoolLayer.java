package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameters;
import io.nabla.api.Pooling;
import io.nabla.api.Shape;

/** z = the greatest of each window. */
final class MaxPoolLayer implements Layer {
    private static final Parameters NONE = Parameters.of();

    private final Shape inputs;
    private final Shape outputs;
    private final Pooling pooling;

    MaxPoolLayer(Shape inputs, Pooling pooling) {
        this.inputs = inputs;
        this.outputs = Shape.of(pooling.channels(), pooling.rows(), pooling.columns());
        this.pooling = pooling;
    }

    @Override
    public String kind() {
        return MaxPool2d.KIND;
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
        return PassOn.INSTANCE;
    }

    @Override
    public Parameters parameters() {
        return NONE;
    }

    @Override
    public Matrix weightedInput(Matrix a) {
        Rows.check(this, a);
        Matrix z = a.fresh(outputs.size(), a.columns());
        a.kernels().maxPool(pooling, a, z, 0, pooling.channels() * a.columns());
        return z;
    }

    @Override
    public Matrix backpropagate(Matrix delta, Matrix a) {
        Rows.checkDelta(this, delta, a);
        Matrix error = delta.fresh(inputs.size(), delta.columns());
        a.kernels().maxPoolBack(pooling, a, delta, error, 0, pooling.channels() * a.columns());
        return error;
    }

    @Override
    public void gradient(Matrix delta, Matrix a, Parameters nabla) {
        // Nothing is learned.
    }

    /** What a listing shows: {@code max-pool2d 20×24×24 -> 20×12×12}. */
    @Override
    public String toString() {
        return kind() + " " + inputs + " -> " + outputs;
    }
}
