package io.nabla.benchmarks.predictions;

import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Workspace;
import io.nabla.core.Network;

/** One prediction after another in memory that is used again; a result is valid until the next call. For one thread. */
final class Predictor {
    private final Network network;
    private final Workspace workspace = new Workspace();
    private final double[] doubles;
    private final float[] floats;

    Predictor(Network network) {
        this.network = network;
        this.doubles = new double[network.outputs().size()];
        this.floats = new float[network.outputs().size()];
    }

    double[] predict(double[] x) {
        Matrix input = input(1);
        System.arraycopy(x, 0, input.doubles(), 0, x.length);
        System.arraycopy(network.feedforward(input).doubles(), 0, doubles, 0, doubles.length);
        return doubles;
    }

    float[] predict(float[] x) {
        Matrix input = input(1);
        System.arraycopy(x, 0, input.floats(), 0, x.length);
        System.arraycopy(network.feedforward(input).floats(), 0, floats, 0, floats.length);
        return floats;
    }

    Matrix predict(Matrix x) {
        Matrix input = input(x.columns());
        if (x.precision() == Precision.DOUBLE) {
            System.arraycopy(x.doubles(), 0, input.doubles(), 0, x.size());
        } else {
            System.arraycopy(x.floats(), 0, input.floats(), 0, x.size());
        }
        return network.feedforward(input);
    }

    private Matrix input(int examples) {
        workspace.reset();
        return workspace.matrix(network.kernels(), network.inputs().size(), examples);
    }
}
