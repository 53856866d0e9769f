package io.nabla.layers;

import io.nabla.api.ElementaryFunction;
import io.nabla.api.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * One way forward through time, with all that the way back needs.
 *
 * @param x the inputs, step by step: D × (T·m)
 * @param states h of each step, step by step: units × (T·m)
 * @param statesBefore h before each step, 0 before the first, step by step
 * @param gates of each step r above u: 2·units × m
 * @param recurrent of each step U·h + c: 3·units × m
 * @param news n of each step: units × m
 */
record GruPass(
        GruWeights weights,
        TimeSteps time,
        Matrix x,
        Matrix states,
        Matrix statesBefore,
        List<Matrix> gates,
        List<Matrix> recurrent,
        List<Matrix> news) {

    static GruPass through(GruWeights weights, TimeSteps time, Matrix x) {
        int units = weights.units();
        GruPass pass = new GruPass(
                weights,
                time,
                x,
                x.fresh(units, x.columns()),
                x.fresh(units, x.columns()),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        Matrix fromInputs = weights.input().affine(x, weights.inputBiases()); // W·x + b of all steps at once
        Matrix h = x.fresh(units, x.columns() / time.steps());
        h.fill(0);
        for (int t = 0; t < time.steps(); t++) {
            time.put(h, pass.statesBefore, t);
            h = pass.step(time.step(fromInputs, t), h);
            time.put(h, pass.states, t);
        }
        return pass;
    }

    /** The state after a step. */
    private Matrix step(Matrix fromInputs, Matrix h) {
        int units = h.rows();
        Matrix fromState = weights.recurrent().affine(h, weights.recurrentBiases());
        Matrix sums = h.fresh(2 * units, h.columns());
        eachColumn(h, column -> {
            for (int i = 0; i < 2 * units; i++) {
                sums.set(i, column, fromInputs.get(i, column) + fromState.get(i, column));
            }
        });
        Matrix gate = sums.map(ElementaryFunction.SIGMOID);
        Matrix weighted = h.fresh(units, h.columns());
        eachColumn(h, column -> {
            for (int i = 0; i < units; i++) {
                double reset = gate.get(i, column) * fromState.get(2 * units + i, column);
                weighted.set(i, column, fromInputs.get(2 * units + i, column) + reset);
            }
        });
        Matrix n = weighted.map(ElementaryFunction.TANH);
        Matrix next = h.fresh(units, h.columns());
        eachColumn(h, column -> {
            for (int i = 0; i < units; i++) {
                double u = gate.get(units + i, column);
                next.set(i, column, (1 - u) * n.get(i, column) + u * h.get(i, column));
            }
        });
        gates.add(gate);
        recurrent.add(fromState);
        news.add(n);
        return next;
    }

    /** h of the last step: units × m. */
    Matrix lastState() {
        return time.step(states, time.steps() - 1);
    }

    /** A column of a step. */
    @FunctionalInterface
    interface Visit {
        void column(int column);
    }

    /** Visits the columns of a step, on several threads where there is enough to do. */
    static void eachColumn(Matrix step, Visit visit) {
        Pieces.run(step.kernels(), step.columns(), step.rows(), (from, to) -> {
            for (int column = from; column < to; column++) {
                visit.column(column);
            }
        });
    }
}
