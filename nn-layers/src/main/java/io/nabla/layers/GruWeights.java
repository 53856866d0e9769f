package io.nabla.layers;

import io.nabla.api.Matrix;

/**
 * What gated recurrent units learn; the rows are those of the reset, then of the update, then of the new state.
 *
 * @param input W, 3·units × numbers of a step
 * @param recurrent U, 3·units × units
 * @param inputBiases b, one column
 * @param recurrentBiases c, one column
 */
record GruWeights(Matrix input, Matrix recurrent, Matrix inputBiases, Matrix recurrentBiases) {
    int units() {
        return recurrent.columns();
    }
}
