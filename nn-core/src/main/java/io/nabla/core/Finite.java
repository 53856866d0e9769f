package io.nabla.core;

import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Sequence;

/** Whether numbers are finite, and where they are not. */
final class Finite {
    private Finite() {}

    /** The place of the first number that is not, column by column; -1 if there is none. */
    static int firstOther(Matrix matrix) {
        for (int i = 0; i < matrix.size(); i++) {
            if (!Double.isFinite(matrix.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether every parameter is finite. */
    static boolean parameters(Sequence<Layer> layers) {
        for (Layer layer : layers) {
            for (Parameter parameter : layer.parameters()) {
                if (!parameter.value().isFinite()) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Whether the gradient is finite by all parameters but weights, which are few.
     *
     * <p>The gradient by the biases is the sum of the errors δ, so an error that is not finite is found here at hardly any
     * cost, and before it reaches a weight.
     */
    static boolean smallGradients(Sequence<Parameters> nabla) {
        for (Parameters ofLayer : nabla) {
            for (Parameter parameter : ofLayer) {
                if (parameter.role() != Parameter.Role.WEIGHTS
                        && !parameter.value().isFinite()) {
                    return false;
                }
            }
        }
        return true;
    }
}
