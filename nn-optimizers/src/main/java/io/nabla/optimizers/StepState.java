package io.nabla.optimizers;

import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Precision;
import io.nabla.api.State;

/** What an optimizer keeps of one parameter: some matrices of its shape, which are zero before the first step. */
final class StepState {
    private final String[] names;
    private final Matrix[] matrices;

    /** A matrix for each number that the rule keeps for each weight, by its name; at least 1. */
    StepState(Parameter parameter, String... names) {
        Matrix w = parameter.value();
        this.names = names;
        this.matrices = new Matrix[names.length];
        for (int i = 0; i < names.length; i++) {
            this.matrices[i] = Matrix.zeros(w.kernels(), w.rows(), w.columns());
        }
    }

    /** Moves w and this state by one step, on the threads of w's kernels. */
    void move(StepLoop step, Matrix w, Matrix nabla) {
        check(w, nabla);
        if (w.precision() == Precision.DOUBLE) {
            double[] ws = w.doubles();
            double[] nablas = nabla.doubles();
            double[][] state = new double[matrices.length][];
            for (int i = 0; i < state.length; i++) {
                state[i] = matrices[i].doubles();
            }
            w.kernels().run((from, to) -> step.move(ws, nablas, state, from, to), 0, w.size());
        } else {
            float[] ws = w.floats();
            float[] nablas = nabla.floats();
            float[][] state = new float[matrices.length][];
            for (int i = 0; i < state.length; i++) {
                state[i] = matrices[i].floats();
            }
            w.kernels().run((from, to) -> step.move(ws, nablas, state, from, to), 0, w.size());
        }
    }

    /** The matrices by their names, for a checkpoint. */
    State state() {
        State state = State.empty();
        for (int i = 0; i < names.length; i++) {
            state = state.with(names[i], matrices[i]);
        }
        return state;
    }

    /** Takes over the numbers of a checkpoint. */
    void restore(State state) {
        for (int i = 0; i < names.length; i++) {
            state.copyTo(names[i], matrices[i]);
        }
    }

    /** One of the matrices, in the order in which the loop has them. */
    Matrix matrix(int index) {
        return matrices[index];
    }

    /**
     * Refuses what this state is not for.
     *
     * @throws IllegalArgumentException if w or nabla has another shape or precision than the parameter
     */
    void check(Matrix w, Matrix nabla) {
        check("w", w);
        check("nabla", nabla);
    }

    private void check(String name, Matrix x) {
        Matrix own = matrices[0];
        if (x.rows() != own.rows() || x.columns() != own.columns() || x.precision() != own.precision()) {
            throw new IllegalArgumentException(name + " is " + x + " but this update was started for a parameter of "
                    + own + "; start one for each parameter");
        }
    }
}
