package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameters;
import io.nabla.api.Precision;
import io.nabla.api.Shape;

/**
 * Dropout in one training step: z = a ⊙ mask, where the mask is 0 or 1 / (1 - rate).
 *
 * <p>The mask is not stored. Each of its elements comes from the step's key and the element's place alone, so that the way back
 * finds the mask of the way forth, and any number of threads finds the same.
 */
final class SampledDropout implements Layer {
    private final DropoutLayer layer;
    private final double rate;
    private final long key;

    SampledDropout(DropoutLayer layer, double rate, long key) {
        this.layer = layer;
        this.rate = rate;
        this.key = key;
    }

    @Override
    public String kind() {
        return layer.kind();
    }

    @Override
    public Shape inputs() {
        return layer.inputs();
    }

    @Override
    public Shape outputs() {
        return layer.outputs();
    }

    @Override
    public Activation activation() {
        return layer.activation();
    }

    @Override
    public Parameters parameters() {
        return layer.parameters();
    }

    @Override
    public Matrix weightedInput(Matrix a) {
        return masked(a);
    }

    @Override
    public Matrix backpropagate(Matrix delta, Matrix a) {
        return masked(delta);
    }

    @Override
    public void gradient(Matrix delta, Matrix a, Parameters nabla) {
        // Nothing is learned.
    }

    @Override
    public String toString() {
        return layer.toString();
    }

    /** A product, and not a choice: NaN must not vanish with an input that is forgotten. */
    private Matrix masked(Matrix x) {
        Matrix masked = x.map(value -> value);
        if (x.precision() == Precision.DOUBLE) {
            double[] values = masked.doubles();
            double factor = 1 / (1 - rate);
            x.kernels()
                    .run(
                            (from, to) -> {
                                for (int i = from; i < to; i++) {
                                    values[i] = values[i] * (isKept(i) ? factor : 0) + 0;
                                }
                            },
                            0,
                            x.size());
        } else {
            float[] values = masked.floats();
            float factor = (float) (1 / (1 - rate));
            x.kernels()
                    .run(
                            (from, to) -> {
                                for (int i = from; i < to; i++) {
                                    values[i] = values[i] * (isKept(i) ? factor : 0) + 0;
                                }
                            },
                            0,
                            x.size());
        }
        return masked;
    }

    /** Whether the input at a place is kept: the random number of its place, as a fraction of 1. */
    private boolean isKept(int place) {
        return (SplitMix64.number(key, place) >>> 11) * 0x1p-53 >= rate;
    }
}
