package io.nabla.data.csv;

import io.nabla.api.Matrix;
import io.nabla.api.Shape;
import java.io.IOException;
import java.util.stream.IntStream;

/**
 * Rows of a table without a target: what a network is to predict for.
 *
 * <pre>{@code
 * try (TableInputs rows = reader.readInputs(file, encoding)) {
 *     for (int from = 0; from < rows.size(); from += 100) {
 *         Matrix x = Matrix.zeros(network.kernels(), rows.inputs().size(), Math.min(100, rows.size() - from));
 *         rows.copyInputs(from, x);
 *         Matrix a = network.feedforward(x);
 *         ...
 *     }
 * }
 * }</pre>
 */
public final class TableInputs implements AutoCloseable {
    private final TableEncoding encoding;
    private final RowStore rows;

    TableInputs(TableEncoding encoding, RowStore rows) {
        this.encoding = encoding;
        this.rows = rows;
    }

    /** How many rows there are, at least one. */
    public int size() {
        return rows.rows();
    }

    /** The shape of one input. */
    public Shape inputs() {
        return encoding.inputShape();
    }

    /**
     * Writes consecutive rows, in the order of the file, into the columns of x.
     *
     * @param from the first row, counted from 0
     * @param x {@code inputs().size()} rows; overwritten
     * @throws IndexOutOfBoundsException if there are no such rows
     * @throws IllegalArgumentException if x has another number of rows
     */
    public void copyInputs(int from, Matrix x) {
        TableDataset.checkRows("inputs", inputs(), x);
        int m = x.columns();
        double[] codes = new double[m * rows.width()];
        rows.copy(IntStream.range(from, from + m).toArray(), 0, m, codes);
        x.fill(0);
        for (int column = 0; column < m; column++) {
            encoding.writeInputs(codes, column * rows.width(), x, column);
        }
    }

    /** Gives back the temporary file, if there is one. */
    @Override
    public void close() throws IOException {
        rows.close();
    }
}
