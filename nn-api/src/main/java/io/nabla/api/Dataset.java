package io.nabla.api;

/**
 * Examples to learn from or to be measured on: n inputs and the outputs wanted for them.
 *
 * <p>A data set keeps its examples as it likes (bytes of images, rows of a table) and writes them into the columns of a
 * mini-batch when asked. It is immutable, and many threads may read it at once.
 *
 * <pre>{@code
 * Dataset xor = Dataset.of(
 *         new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}},
 *         new double[][] {{0}, {1}, {1}, {0}});
 * }</pre>
 */
public interface Dataset {
    /** n, the number of examples. */
    int size();

    /** The shape of one input. */
    Shape inputs();

    /** The shape of one wanted output. */
    Shape targets();

    /**
     * Writes the examples {@code order[from]} to {@code order[from + x.columns() - 1]} into the columns of x and y.
     *
     * @param order indices of examples
     * @param x {@code inputs().size()} rows; overwritten
     * @param y {@code targets().size()} rows and as many columns as x; overwritten
     */
    void copyExamples(int[] order, int from, Matrix x, Matrix y);

    /**
     * The examples {@code from} to {@code to - 1} as a data set of their own, without a copy.
     *
     * @throws IndexOutOfBoundsException if there are none such
     */
    default Dataset slice(int from, int to) {
        return new DatasetSlice(this, from, to);
    }

    /**
     * A data set of arrays, one example a row.
     *
     * @throws IllegalArgumentException if the counts or lengths differ, or a value is NaN or infinite
     */
    static Dataset of(double[][] inputs, double[][] targets) {
        return new ArrayDataset(inputs, targets);
    }
}
