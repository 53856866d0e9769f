package io.nabla.layers;

import io.nabla.api.Matrix;

/**
 * How sequences lie in memory: as examples, (T·D) × m with a column for each example, or step by step, D × (T·m) with a column
 * for each step of each example, all examples' first steps first.
 *
 * <p>Step by step, one product serves all steps, and the m columns of one step are next to each other.
 *
 * @param steps T
 */
record TimeSteps(int steps) {
    /** Examples, step by step. */
    Matrix stepByStep(Matrix examples) {
        int d = examples.rows() / steps;
        int m = examples.columns();
        Matrix result = examples.fresh(d, steps * m);
        for (int example = 0; example < m; example++) {
            for (int t = 0; t < steps; t++) {
                Numbers.copy(examples, (example * steps + t) * d, result, (t * m + example) * d, d);
            }
        }
        return result;
    }

    /** The way back: a column for each example. */
    Matrix examples(Matrix stepByStep) {
        int d = stepByStep.rows();
        int m = stepByStep.columns() / steps;
        Matrix result = stepByStep.fresh(steps * d, m);
        for (int example = 0; example < m; example++) {
            for (int t = 0; t < steps; t++) {
                Numbers.copy(stepByStep, (t * m + example) * d, result, (example * steps + t) * d, d);
            }
        }
        return result;
    }

    /** The columns of one step, copied. */
    Matrix step(Matrix stepByStep, int t) {
        int m = stepByStep.columns() / steps;
        Matrix step = stepByStep.fresh(stepByStep.rows(), m);
        Numbers.copy(stepByStep, t * step.size(), step, 0, step.size());
        return step;
    }

    /** Writes the columns of one step. */
    void put(Matrix step, Matrix stepByStep, int t) {
        Numbers.copy(step, 0, stepByStep, t * step.size(), step.size());
    }
}
