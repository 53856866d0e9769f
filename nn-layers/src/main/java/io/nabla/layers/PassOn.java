package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Matrix;

/** a = z, for layers that have no activation function. */
final class PassOn implements Activation {
    static final PassOn INSTANCE = new PassOn();

    private PassOn() {}

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public Matrix apply(Matrix z) {
        return z;
    }

    @Override
    public Matrix backward(Matrix errorOnA, Matrix z, Matrix a) {
        return errorOnA;
    }
}
