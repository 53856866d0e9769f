package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameters;
import io.nabla.api.Shape;

/** z = a, under another shape. */
final class ReshapeLayer implements Layer {
    private static final Parameters NONE = Parameters.of();

    private final String kind;
    private final Shape inputs;
    private final Shape outputs;

    ReshapeLayer(String kind, Shape inputs, Shape outputs) {
        this.kind = kind;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    @Override
    public String kind() {
        return kind;
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
        return a;
    }

    @Override
    public Matrix backpropagate(Matrix delta, Matrix a) {
        Rows.checkDelta(this, delta, a);
        return delta;
    }

    @Override
    public void gradient(Matrix delta, Matrix a, Parameters nabla) {
        // Nothing is learned.
    }

    /** What a listing shows: {@code flatten 20×12×12 -> 2880}. */
    @Override
    public String toString() {
        return kind + " " + inputs + " -> " + outputs;
    }
}
