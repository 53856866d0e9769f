package io.nabla.api;

import java.util.Arrays;

/** Examples in two arrays, one example a row. */
final class ArrayDataset implements Dataset {
    private final double[][] inputs;
    private final double[][] targets;

    ArrayDataset(double[][] inputs, double[][] targets) {
        if (inputs.length == 0 || inputs.length != targets.length) {
            throw new IllegalArgumentException("a data set needs as many inputs as targets, at least one, but got "
                    + inputs.length + " and " + targets.length);
        }
        this.inputs = checkedCopy("input", inputs);
        this.targets = checkedCopy("target", targets);
    }

    private static double[][] checkedCopy(String what, double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length == 0) {
                throw new IllegalArgumentException(what + " " + i + " has no values; each needs at least one");
            }
            if (rows[i].length != rows[0].length) {
                throw new IllegalArgumentException(what + " 0 has " + rows[0].length + " values but " + what + " " + i
                        + " has " + rows[i].length + "; all need the same number");
            }
            for (double value : rows[i]) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException(what + " " + i + " contains " + value
                            + "; replace missing or infinite values first: " + Arrays.toString(rows[i]));
                }
            }
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    @Override
    public int size() {
        return inputs.length;
    }

    @Override
    public Shape inputs() {
        return Shape.of(inputs[0].length);
    }

    @Override
    public Shape targets() {
        return Shape.of(targets[0].length);
    }

    @Override
    public void copyExamples(int[] order, int from, Matrix x, Matrix y) {
        for (int column = 0; column < x.columns(); column++) {
            copy(inputs[order[from + column]], x, column);
            copy(targets[order[from + column]], y, column);
        }
    }

    private static void copy(double[] example, Matrix matrix, int column) {
        if (matrix.rows() != example.length) {
            throw new IllegalArgumentException(
                    "an example of " + example.length + " values does not fit a column of " + matrix.rows());
        }
        for (int row = 0; row < example.length; row++) {
            matrix.set(row, column, example[row]);
        }
    }
}
