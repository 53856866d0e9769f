package io.nabla.layers;

import io.nabla.api.Layer;
import io.nabla.api.Matrix;

/** Whether what comes in has as many rows as a layer has inputs. */
final class Rows {
    private Rows() {}

    /**
     * Refuses another number.
     *
     * @throws IllegalArgumentException telling both
     */
    static void check(Layer layer, Matrix a) {
        if (a.rows() != layer.inputs().size()) {
            throw new IllegalArgumentException("a " + layer.kind() + " layer takes " + layer.inputs() + " inputs ("
                    + layer.inputs().size() + " rows) but a has " + a.rows() + " rows; one column of a is one example");
        }
    }
}
