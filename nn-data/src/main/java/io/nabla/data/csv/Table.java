package io.nabla.data.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A table that a {@link TableReader} has read to learn from: its rows are still to be split into those for training and others.
 *
 * <p>Which columns have words, and which words, is known from all rows. Everything else (means, deviations, what missing cells get) is
 * learned from the training rows alone, when the table is split, so that nothing of the others leaks into training.
 *
 * <p>It may keep a temporary file, which {@link #close} gives back; its data sets cannot be read after that.
 */
public final class Table implements AutoCloseable {
    private final Path file;
    private final TableTask task;
    private final List<CellReader> readers;
    private final RowStore rows;

    Table(Path file, TableTask task, List<CellReader> readers, RowStore rows) {
        this.file = file;
        this.task = task;
        this.readers = List.copyOf(readers);
        this.rows = rows;
    }

    /** How many rows the table has, at least one. */
    public int rows() {
        return rows.rows();
    }

    /** The names of the input columns, in the order of the file. */
    public List<String> inputColumns() {
        return readers.stream().limit(readers.size() - 1).map(CellReader::name).toList();
    }

    /**
     * All rows for training, for a table whose test set is a file of its own.
     *
     * @throws IllegalArgumentException if a figure cannot be learned from them
     */
    public TableSplit whole() {
        return parts(IntStream.range(0, rows()).toArray(), new int[0], new int[0]);
    }

    /**
     * Splits the rows at random, and learns the encoding from those for training.
     *
     * @param validationShare the share of rows for validation, 0 or more; rounded to a whole number of rows
     * @param testShare the share of rows for the test, 0 or more; rounded to a whole number of rows
     * @param random decides which; the same seed gives the same parts
     * @throws IllegalArgumentException if a share is out of range, a part would be empty, or a figure cannot be learned
     */
    public TableSplit split(double validationShare, double testShare, RandomGenerator random) {
        int validation = count("validation", validationShare);
        int test = count("the test", testShare);
        int training = rows() - validation - test;
        if (training < 1) {
            throw new IllegalArgumentException("shares of " + validationShare + " for validation and " + testShare
                    + " for the test leave no row of " + rows() + " for training; take smaller ones");
        }
        int[] shuffled = IntStream.range(0, rows()).toArray();
        for (int i = shuffled.length - 1; i >= 1; i--) {
            int j = (int) (random.nextDouble() * (i + 1));
            int kept = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = kept;
        }
        return parts(
                part(shuffled, 0, training),
                part(shuffled, training, training + validation),
                part(shuffled, training + validation, shuffled.length));
    }

    private int count(String part, double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "the share for " + part + " is 0 or more and below 1, such as 0.2, but got " + share);
        }
        int count = (int) Math.round(share * rows());
        if (share > 0 && count == 0) {
            throw new IllegalArgumentException("a share of " + share + " of " + rows() + " rows is none for " + part
                    + "; take a larger share, or 0");
        }
        return count;
    }

    /** Rows in the order of the file, so that reading all of them goes straight through it. */
    private static int[] part(int[] shuffled, int from, int to) {
        int[] part = Arrays.copyOfRange(shuffled, from, to);
        Arrays.sort(part);
        return part;
    }

    private TableSplit parts(int[] training, int[] validation, int[] test) {
        TableEncoding encoding = new EncodingLearner(file, task, readers, rows, training).learn();
        return new TableSplit(
                encoding, new TableDataset(encoding, rows, training), data(encoding, validation), data(encoding, test));
    }

    private Optional<TableDataset> data(TableEncoding encoding, int[] part) {
        return part.length == 0 ? Optional.empty() : Optional.of(new TableDataset(encoding, rows, part));
    }

    /** Gives back the temporary file, if there is one. */
    @Override
    public void close() throws IOException {
        rows.close();
    }
}
