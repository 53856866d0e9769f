package io.nabla.layers;

import io.nabla.api.ElementaryBackward;
import io.nabla.api.ElementaryFunction;
import io.nabla.api.Matrix;

/**
 * One step of gated recurrent units, all examples at once: each matrix is units × m.
 *
 * @param h the state before it
 * @param r the reset
 * @param u the update
 * @param n the new state, as far as it is let in
 * @param weighted U_n·h + c_n, which the reset is multiplied to
 */
record GruStep(Matrix h, Matrix r, Matrix u, Matrix n, Matrix weighted) {
    /**
     * The step from a state.
     *
     * @param fromInputs W·x + b of all steps
     * @param column where in them this step begins
     */
    static GruStep of(GruWeights weights, Matrix fromInputs, int column, Matrix h) {
        Matrix fromState = weights.recurrent().affine(h, weights.recurrentBiases()); // U·h + c
        int m = h.columns();
        Matrix r = Gates.get(fromInputs, 0, column, m)
                .plus(Gates.get(fromState, 0, 0, m))
                .map(ElementaryFunction.SIGMOID);
        Matrix u = Gates.get(fromInputs, 1, column, m)
                .plus(Gates.get(fromState, 1, 0, m))
                .map(ElementaryFunction.SIGMOID);
        Matrix weighted = Gates.get(fromState, 2, 0, m);
        Matrix n =
                Gates.get(fromInputs, 2, column, m).plus(r.hadamard(weighted)).map(ElementaryFunction.TANH);
        return new GruStep(h, r, u, n, weighted);
    }

    /** The state after it: (1 - u) ⊙ n + u ⊙ h. */
    Matrix state() {
        return n.plus(u.hadamard(h.minus(n)));
    }

    /**
     * From ∂C by the state after the step to ∂C by the state before it.
     *
     * @param ofInputs takes ∂C by W·x + b, from the column on
     * @param ofStates takes ∂C by U·h + c, likewise
     */
    Matrix back(GruWeights weights, Matrix error, Matrix ofInputs, Matrix ofStates, int column) {
        Matrix kept = error.hadamard(u);
        Matrix ofNew = error.minus(kept).zip(n, ElementaryBackward.TANH);
        Matrix ofUpdate = error.hadamard(h.minus(n)).zip(u, ElementaryBackward.SIGMOID);
        Matrix ofReset = ofNew.hadamard(weighted).zip(r, ElementaryBackward.SIGMOID);
        Gates.put(ofReset, ofInputs, 0, column);
        Gates.put(ofUpdate, ofInputs, 1, column);
        Gates.put(ofNew, ofInputs, 2, column);
        Matrix ofState = h.fresh(3 * h.rows(), h.columns());
        Gates.put(ofReset, ofState, 0, 0);
        Gates.put(ofUpdate, ofState, 1, 0);
        Gates.put(ofNew.hadamard(r), ofState, 2, 0);
        Numbers.copy(ofState, 0, ofStates, column * ofState.rows(), ofState.size());
        return kept.plus(weights.recurrent().transposeTimes(ofState));
    }
}
