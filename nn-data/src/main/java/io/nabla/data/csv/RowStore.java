package io.nabla.data.csv;

import java.io.Closeable;

/**
 * The rows of a table as codes: for each cell of a column in use one double, see {@link CellReader}.
 *
 * <p>Any number of threads may read at once.
 */
interface RowStore extends Closeable {
    int rows();

    /** Codes in a row. */
    int width();

    /** Copies the rows {@code rows[from]} to {@code rows[from + count - 1]}, one behind the other. */
    void copy(int[] rows, int from, int count, double[] codes);
}
