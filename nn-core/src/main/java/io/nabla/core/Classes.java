package io.nabla.core;

import io.nabla.api.ClassNumbers;
import io.nabla.api.Matrix;

/** Which class the outputs of an example stand for, and its wanted outputs likewise. */
final class Classes {
    /** No class: an output is NaN. */
    static final int NONE = -1;

    private Classes() {}

    /** How many classes that many outputs tell apart: one output tells two apart. */
    static int count(int outputs) {
        return outputs == 1 ? 2 : outputs;
    }

    /** The class that is wanted of an example, whose outputs a tell how many there are. */
    static int wanted(Matrix a, Matrix y, int example) {
        return ClassNumbers.areIn(y, a) ? ClassNumbers.of(y, example, a.rows()) : of(y, example);
    }

    /** The place of the greatest output, the first of several; for one output 1 from 0.5 on and 0 below. */
    static int of(Matrix a, int example) {
        for (int row = 0; row < a.rows(); row++) {
            if (Double.isNaN(a.get(row, example))) {
                return NONE;
            }
        }
        if (a.rows() == 1) {
            return a.get(0, example) >= 0.5 ? 1 : 0;
        }
        return a.argMax(example);
    }
}
