package io.nabla.layers;

import io.nabla.api.Matrix;

/**
 * The way back through time: from the errors on the states to those on what the inputs and the states before are multiplied to.
 *
 * @param ofInputs ∂C by W·x + b of each step, step by step: 3·units × (T·m)
 * @param ofStates ∂C by U·h + c of each step, likewise
 */
record GruErrors(Matrix ofInputs, Matrix ofStates) {
    /** From the errors on the states of all steps, step by step. */
    static GruErrors ofAllStates(GruPass pass, Matrix delta) {
        GruErrors errors = empty(pass);
        int last = pass.time().steps() - 1;
        Matrix error = pass.time().step(delta, last);
        for (int t = last; t > 0; t--) {
            error = errors.back(pass, t, error).plus(pass.time().step(delta, t - 1));
        }
        errors.back(pass, 0, error);
        return errors;
    }

    /** From the error on the last state. */
    static GruErrors ofLastState(GruPass pass, Matrix delta) {
        GruErrors errors = empty(pass);
        Matrix error = delta;
        for (int t = pass.time().steps() - 1; t >= 0; t--) {
            error = errors.back(pass, t, error);
        }
        return errors;
    }

    private static GruErrors empty(GruPass pass) {
        int rows = 3 * pass.weights().units();
        int columns = pass.x().columns();
        return new GruErrors(pass.x().fresh(rows, columns), pass.x().fresh(rows, columns));
    }

    private Matrix back(GruPass pass, int t, Matrix error) {
        return pass.steps().get(t).back(pass.weights(), error, ofInputs, ofStates, t * error.columns());
    }
}
