package io.nabla.core;

import io.nabla.api.Matrix;
import io.nabla.api.Regularizer;

/** No regularization. */
final class NoPenalty implements Regularizer {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public double penalty(Matrix w) {
        return 0;
    }

    @Override
    public void addGradient(Matrix w, double share, Matrix nabla) {
        // Nothing is added: the gradient is the cost's alone.
    }
}
