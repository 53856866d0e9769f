package io.nabla.data.csv;

import io.nabla.api.Dataset;
import io.nabla.api.Matrix;
import io.nabla.api.Shape;
import java.io.IOException;

/**
 * Rows of a table as a data set.
 *
 * <p>The rows are kept as one double for each cell, in memory or in a temporary file; they are encoded when a mini-batch is
 * filled. Any number of threads may read at once. A thread that is interrupted while it reads a temporary file closes it for all.
 */
public final class TableDataset implements Dataset, AutoCloseable {
    private final TableEncoding encoding;
    private final RowStore rows;
    /** Which rows; null for all. */
    private final int[] part;

    private final Shape inputs;
    private final Shape targets;

    TableDataset(TableEncoding encoding, RowStore rows, int[] part) {
        this.encoding = encoding;
        this.rows = rows;
        this.part = part;
        this.inputs = encoding.inputShape();
        this.targets = encoding.targetShape();
    }

    /** How the cells become inputs and wanted outputs. */
    public TableEncoding encoding() {
        return encoding;
    }

    @Override
    public int size() {
        return part == null ? rows.rows() : part.length;
    }

    @Override
    public Shape inputs() {
        return inputs;
    }

    @Override
    public Shape targets() {
        return targets;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the matrices do not fit
     * @throws IllegalStateException if the temporary file is closed
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    @Override
    public void copyExamples(int[] order, int from, Matrix x, Matrix y) {
        checkRows("inputs", inputs, x);
        checkRows("outputs", targets, y);
        int m = x.columns();
        int width = rows.width();
        int[] wanted = new int[m];
        for (int i = 0; i < m; i++) {
            wanted[i] = part == null ? order[from + i] : part[order[from + i]];
        }
        double[] codes = new double[m * width];
        rows.copy(wanted, 0, m, codes);
        x.fill(0);
        y.fill(0);
        for (int column = 0; column < m; column++) {
            encoding.writeInputs(codes, column * width, x, column);
            encoding.writeTarget(codes[(column + 1) * width - 1], y, column);
        }
    }

    static void checkRows(String what, Shape shape, Matrix matrix) {
        if (matrix.rows() != shape.size()) {
            throw new IllegalArgumentException("a row of the table gives " + shape.size() + " " + what
                    + ", but the matrix has " + matrix.rows() + " rows");
        }
    }

    /** Gives back the temporary file, if there is one; all parts of a table share it. */
    @Override
    public void close() throws IOException {
        rows.close();
    }
}
