package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameters;
import io.nabla.api.Shape;

/** z = a: what a layer of dropout does outside of training. */
final class DropoutLayer implements Layer {
    private static final Parameters NONE = Parameters.of();

    private final Shape shape;
    private final double rate;

    DropoutLayer(Shape shape, double rate) {
        this.shape = shape;
        this.rate = rate;
    }

    @Override
    public String kind() {
        return Dropout.KIND;
    }

    @Override
    public Shape inputs() {
        return shape;
    }

    @Override
    public Shape outputs() {
        return shape;
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
        return a;
    }

    @Override
    public Matrix backpropagate(Matrix delta, Matrix a) {
        return delta;
    }

    @Override
    public void gradient(Matrix delta, Matrix a, Parameters nabla) {
        // Nothing is learned.
    }

    @Override
    public Layer sample(long key) {
        return new SampledDropout(this, rate, key);
    }

    @Override
    public boolean leavesToChance() {
        return rate > 0;
    }

    /** What a listing shows: {@code dropout 100, rate 0.5}. */
    @Override
    public String toString() {
        return kind() + " " + shape + ", rate " + rate;
    }
}
