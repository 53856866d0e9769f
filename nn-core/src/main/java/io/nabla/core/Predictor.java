package io.nabla.core;

import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Sequence;
import io.nabla.api.Workspace;
import java.util.Objects;

/**
 * Predictions of a network that use the same memory again and again: after the first few, one allocates no matrix.
 *
 * <pre>{@code
 * Predictor predictor = network.predictor();
 * double[] a = predictor.predict(x);   // as many numbers as the network has outputs; overwritten by the next call
 * }</pre>
 *
 * <p>A predictor is for one thread at a time; the network behind it may have any number of them. It sees what training writes
 * into the network's parameters.
 */
public final class Predictor {
    private final Network network;
    private final Sequence<Layer> layers;
    private final int inputs;
    private final Workspace workspace = new Workspace();
    private final double[] doubles;
    private final float[] floats;
    private Matrix given;
    private Matrix givenHere;

    Predictor(Network network) {
        this.network = network;
        this.layers = network.layers();
        this.inputs = network.inputs().size();
        this.doubles = new double[network.outputs().size()];
        this.floats = new float[network.outputs().size()];
    }

    /**
     * The outputs for one example.
     *
     * @param x as many numbers as the network has inputs; rounded if the network computes in floats
     * @return the outputs, in an array that the next call overwrites
     * @throws IllegalArgumentException if x has another length
     */
    public double[] predict(double[] x) {
        Matrix a = begin(x.length);
        if (a.precision() == Precision.DOUBLE) {
            System.arraycopy(x, 0, a.doubles(), 0, x.length);
        } else {
            float[] values = a.floats();
            for (int i = 0; i < x.length; i++) {
                values[i] = (float) x[i];
            }
        }
        Matrix output = feedforward(a);
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = output.get(i);
        }
        return doubles;
    }

    /**
     * The outputs for one example, in floats.
     *
     * @param x as many numbers as the network has inputs
     * @return the outputs, rounded if the network computes in doubles, in an array that the next call overwrites
     * @throws IllegalArgumentException if x has another length
     */
    public float[] predict(float[] x) {
        Matrix a = begin(x.length);
        if (a.precision() == Precision.FLOAT) {
            System.arraycopy(x, 0, a.floats(), 0, x.length);
        } else {
            double[] values = a.doubles();
            for (int i = 0; i < x.length; i++) {
                values[i] = x[i];
            }
        }
        Matrix output = feedforward(a);
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) output.get(i);
        }
        return floats;
    }

    /**
     * The outputs for many examples.
     *
     * @param x inputs × examples, of the network's precision; not changed, and not copied
     * @return outputs × examples, in memory that the next call uses again: take a {@link Matrix#copy} to keep it
     * @throws IllegalArgumentException if x has another number of rows than the network has inputs
     */
    public Matrix predict(Matrix x) {
        checkInputs(x.rows());
        workspace.reset();
        if (x != given) {
            given = Objects.requireNonNull(x, "x");
            givenHere = x.within(workspace);
        }
        return feedforward(givenHere);
    }

    private Matrix begin(int numbers) {
        checkInputs(numbers);
        workspace.reset();
        return workspace.matrix(network.kernels(), inputs, 1);
    }

    private void checkInputs(int numbers) {
        if (numbers != inputs) {
            throw new IllegalArgumentException(
                    "the network " + network + " takes " + inputs + " inputs but got " + numbers);
        }
    }

    private Matrix feedforward(Matrix x) {
        Matrix a = x;
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            a = layer.activation().apply(layer.weightedInput(a));
        }
        return a;
    }
}
