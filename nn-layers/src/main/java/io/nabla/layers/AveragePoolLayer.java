package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameters;
import io.nabla.api.Pooling;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import java.util.function.IntConsumer;

/** z = the mean of each window. */
final class AveragePoolLayer implements Layer {
    private static final Parameters NONE = Parameters.of();

    private final Shape inputs;
    private final Shape outputs;
    private final Pooling pooling;

    AveragePoolLayer(Shape inputs, Pooling pooling) {
        this.inputs = inputs;
        this.outputs = Shape.of(pooling.channels(), pooling.rows(), pooling.columns());
        this.pooling = pooling;
    }

    @Override
    public String kind() {
        return AveragePool2d.KIND;
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
        forPlanes(z, pooling.count(), plane -> {
            if (a.precision() == Precision.DOUBLE) {
                DoubleAveragePooling.pool(pooling, a, z, plane);
            } else {
                FloatAveragePooling.pool(pooling, a, z, plane);
            }
        });
        return z;
    }

    @Override
    public Matrix backpropagate(Matrix delta, Matrix a) {
        Rows.checkDelta(this, delta, a);
        Matrix error = delta.fresh(inputs.size(), delta.columns());
        forPlanes(error, pooling.pixels(), plane -> {
            if (a.precision() == Precision.DOUBLE) {
                DoubleAveragePooling.spread(pooling, delta, error, plane);
            } else {
                FloatAveragePooling.spread(pooling, delta, error, plane);
            }
        });
        return error;
    }

    private void forPlanes(Matrix result, int sizeOfPlane, IntConsumer computation) {
        Pieces.run(result.kernels(), pooling.channels() * result.columns(), sizeOfPlane, (from, to) -> {
            for (int plane = from; plane < to; plane++) {
                computation.accept(plane);
            }
        });
    }

    @Override
    public void gradient(Matrix delta, Matrix a, Parameters nabla) {
        // Nothing is learned.
    }

    /** What a listing shows: {@code average-pool2d 20×24×24 -> 20×12×12}. */
    @Override
    public String toString() {
        return kind() + " " + inputs + " -> " + outputs;
    }
}
