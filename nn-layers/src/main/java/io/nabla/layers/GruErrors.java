package io.nabla.layers;

import io.nabla.api.Matrix;

/**
 * The way back through time: from the errors on the states to those on what the inputs and the states before are multiplied to.
 *
 * @param ofInputs ∂C by W·x + b of each step, step by step: 3·units × (T·m)
 * @param ofStates ∂C by U·h + c of each step, step by step
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

    /** From ∂C by the state after a step to ∂C by the state before it; what is found on the way is written here. */
    private Matrix back(GruPass pass, int t, Matrix error) {
        int units = pass.weights().units();
        Matrix gate = pass.gates().get(t);
        Matrix fromState = pass.recurrent().get(t);
        Matrix news = pass.news().get(t);
        Matrix h = pass.time().step(pass.statesBefore(), t);
        Matrix input = h.fresh(3 * units, h.columns());
        Matrix recurrent = h.fresh(3 * units, h.columns());
        Matrix kept = h.fresh(units, h.columns());
        GruPass.eachColumn(h, column -> {
            for (int i = 0; i < units; i++) {
                double r = gate.get(i, column);
                double u = gate.get(units + i, column);
                double n = news.get(i, column);
                double e = error.get(i, column);
                double ofNew = e * (1 - u) * (1 - n * n);
                double ofUpdate = e * (h.get(i, column) - n) * u * (1 - u);
                double ofReset = ofNew * fromState.get(2 * units + i, column) * r * (1 - r);
                input.set(i, column, ofReset);
                input.set(units + i, column, ofUpdate);
                input.set(2 * units + i, column, ofNew);
                recurrent.set(i, column, ofReset);
                recurrent.set(units + i, column, ofUpdate);
                recurrent.set(2 * units + i, column, ofNew * r);
                kept.set(i, column, e * u);
            }
        });
        pass.time().put(input, ofInputs, t);
        pass.time().put(recurrent, ofStates, t);
        return kept.plus(pass.weights().recurrent().transposeTimes(recurrent));
    }
}
