package io.nabla.testkit;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import java.util.function.ToDoubleFunction;

/** Seeded outputs and targets in the ranges that a cost takes. */
final class CostExamples {
    private static final double STEP = 1e-4;
    private static final int ROWS = 4;

    private final Draws draws = new Draws(42);
    private final Kernels kernels;
    private final Range outputRange;
    private final Range targetRange;
    private final boolean targetsSumToOne;

    CostExamples(Kernels kernels, Range outputRange, Range targetRange, boolean targetsSumToOne) {
        this.kernels = kernels;
        this.outputRange = outputRange;
        this.targetRange = targetRange;
        this.targetsSumToOne = targetsSumToOne;
    }

    /** Outputs away from the ends of their range. */
    Matrix outputs(int rows, int columns) {
        Range inner = outputRange.inner(0.05);
        return draws.matrix(kernels, rows, columns, inner.low(), inner.high());
    }

    Matrix weightedInputs(int rows, int columns) {
        return draws.matrix(kernels, rows, columns, -3, 3);
    }

    Matrix targets(int rows, int columns) {
        Range inner = targetRange.inner(0.05);
        Matrix y = draws.matrix(kernels, rows, columns, inner.low(), inner.high());
        for (int column = 0; targetsSumToOne && column < columns; column++) {
            double sum = y.columnCopy(column).sum();
            for (int row = 0; row < rows; row++) {
                y.set(row, column, y.get(row, column) / sum);
            }
        }
        return y;
    }

    /** Every pattern of the two ends over the rows: 16 columns. */
    Matrix outputsAtTheEnds() {
        Matrix a = Matrix.zeros(kernels, ROWS, 1 << ROWS);
        for (int column = 0; column < a.columns(); column++) {
            for (int row = 0; row < ROWS; row++) {
                a.set(row, column, ((column >> row) & 1) == 0 ? outputRange.low() : outputRange.high());
            }
        }
        return a;
    }

    /** One high target among low ones, in another row from column to column. */
    Matrix targetsAtTheEnds() {
        Matrix y = Matrix.zeros(kernels, ROWS, 1 << ROWS);
        for (int column = 0; column < y.columns(); column++) {
            for (int row = 0; row < ROWS; row++) {
                y.set(row, column, row == (column + column / ROWS) % ROWS ? targetRange.high() : targetRange.low());
            }
        }
        return y;
    }

    /** Weighted inputs of the same shape, each far to one side. */
    Matrix saturated(double far) {
        Matrix z = outputsAtTheEnds();
        return z.map(end -> end == outputLow() ? -far : far);
    }

    private double outputLow() {
        return kernels.precision() == Precision.DOUBLE ? outputRange.low() : (float) outputRange.low();
    }

    /** The slope of a function by one element of a matrix. */
    static Slope slope(Matrix at, int place, ToDoubleFunction<Matrix> f) {
        return Slope.of(
                value -> {
                    Matrix moved = at.copy();
                    moved.set(place, value);
                    return f.applyAsDouble(moved);
                },
                at.get(place),
                STEP);
    }

    static String describe(Matrix a, Matrix y) {
        StringBuilder text = new StringBuilder("at (a, y) =");
        for (int i = 0; i < a.size(); i++) {
            text.append(" (")
                    .append(Figures.text(a.get(i)))
                    .append(", ")
                    .append(Figures.text(y.get(i)))
                    .append(')');
        }
        return text.toString();
    }
}
