package io.nabla.layers;

import io.nabla.api.Layer;
import io.nabla.api.Matrix;

/** Whether what comes in has as many rows as a layer has inputs, and what comes back as many as it has outputs. */
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

    /**
     * Refuses a delta of another number of rows than the layer has outputs, or of other examples than a.
     *
     * @throws IllegalArgumentException telling both
     */
    static void checkDelta(Layer layer, Matrix delta, Matrix a) {
        check(layer, a);
        if (delta.rows() != layer.outputs().size() || delta.columns() != a.columns()) {
            throw new IllegalArgumentException("a " + layer.kind() + " layer gives " + layer.outputs() + " outputs ("
                    + layer.outputs().size() + " rows) and a has " + a.columns() + " examples, but delta has "
                    + delta.rows() + " rows and " + delta.columns() + " columns; give it the form of z");
        }
    }
}
