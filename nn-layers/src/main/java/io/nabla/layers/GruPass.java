package io.nabla.layers;

import io.nabla.api.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * One way forward through time, with all that the way back needs.
 *
 * @param x the inputs, step by step: D × (T·m)
 * @param states h after each step, step by step: units × (T·m)
 * @param statesBefore h before each step, 0 before the first, likewise
 * @param steps each step
 */
record GruPass(GruWeights weights, TimeSteps time, Matrix x, Matrix states, Matrix statesBefore, List<GruStep> steps) {

    static GruPass through(GruWeights weights, TimeSteps time, Matrix x) {
        int units = weights.units();
        int m = x.columns() / time.steps();
        Matrix states = x.fresh(units, x.columns());
        Matrix statesBefore = x.fresh(units, x.columns());
        List<GruStep> steps = new ArrayList<>();
        Matrix fromInputs = weights.input().affine(x, weights.inputBiases()); // W·x + b of all steps at once
        Matrix h = x.fresh(units, m);
        h.fill(0);
        for (int t = 0; t < time.steps(); t++) {
            time.put(h, statesBefore, t);
            GruStep step = GruStep.of(weights, fromInputs, t * m, h);
            h = step.state();
            steps.add(step);
            time.put(h, states, t);
        }
        return new GruPass(weights, time, x, states, statesBefore, steps);
    }

    /** h after the last step: units × m. */
    Matrix lastState() {
        return time.step(states, time.steps() - 1);
    }
}
