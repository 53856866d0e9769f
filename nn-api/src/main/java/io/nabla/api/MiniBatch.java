package io.nabla.api;

import java.util.Objects;

/**
 * Some examples: inputs x and wanted outputs y, one column per example.
 *
 * @param x inputs × examples
 * @param y outputs × examples
 */
public record MiniBatch(Matrix x, Matrix y) {
    /** Checks that x and y have the same number of examples. */
    public MiniBatch {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        if (x.columns() != y.columns()) {
            throw new IllegalArgumentException("a mini-batch has as many inputs as wanted outputs, but got "
                    + x.columns() + " and " + y.columns() + " columns");
        }
    }

    /** m, the number of examples. */
    public int size() {
        return x.columns();
    }
}
