package io.nabla.data.csv;

import io.nabla.data.DataFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads tables from CSV files, of any size.
 *
 * <p>From a file to training, validation and test data:
 *
 * <pre>{@code
 * TableReader reader = new TableReader(CsvFormat.standard().withMissing("NA"));
 * TableTask task = TableTask.target("species").withMissing(MissingNumbers.MEAN);
 * try (Table table = reader.read(Path.of("flowers.csv"), task)) {
 *     TableSplit split = table.split(0.1, 0.1, new NumpyRandom(42));
 *     TableEncoding encoding = split.encoding();          // learned from the training rows
 *     Network network = Network.builder(encoding.inputShape().size())
 *             .layer(new Dense(30, new Sigmoid()))
 *             .layer(new Dense(encoding.targetShape().size(), new Softmax()))
 *             .build(new ScaledGaussian(), new NumpyRandom(1));
 *     Trainer.builder(new LogLikelihoodCost(), new Adam(0.001))
 *             .shuffle(new NumpyRandom(2))
 *             .monitor("validation", split.validation().orElseThrow())
 *             .build()
 *             .train(network, split.training());
 *     new Evaluator(new LogLikelihoodCost()).evaluate(network, split.test().orElseThrow());
 * }
 * }</pre>
 *
 * <p>Later, with the same encoding: {@code reader.read(file, encoding)} gives another data set, {@code
 * reader.readInputs(file, encoding)} the inputs of a file without the target column.
 *
 * <p><b>Large files.</b> A file to learn from is read twice from its beginning to its end: first to see which columns have numbers and
 * which words, then to turn each cell into one double. These go into memory while they are few, and otherwise into a temporary
 * file whose rows have all the same length. So training reads any row at once, in any order, and nothing of the CSV file is
 * kept in memory; words become inputs of 0 and 1, and numbers are standardized, when a mini-batch is filled. A table takes 8 bytes for each cell
 * in use, and in memory at most the limit and 8 bytes a row. Training in random order wants an operating system with free memory for the
 * temporary file, or a fast disk.
 *
 * <p>Files are not trusted: what is wrong is refused with a {@link DataFormatException} of one line that names the file, and the line
 * and column where there is one. A reader is immutable, and many threads may use it.
 */
public final class TableReader {
    private static final Logger LOG = LoggerFactory.getLogger(TableReader.class);

    private final CsvFormat format;
    private final long memoryLimit;
    private final Path temporaryFolder;

    /** A reader that keeps a table in memory up to a quarter of what the JVM may use, and otherwise in the JVM's folder for temporary files. */
    public TableReader(CsvFormat format) {
        this(format, Runtime.getRuntime().maxMemory() / 4, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * A reader with its own limit.
     *
     * @param memoryLimit the largest table that is kept in memory, in bytes, 8 for each cell
     * @param temporaryFolder where the temporary file of a larger one goes
     * @throws IllegalArgumentException if the limit is negative
     */
    public TableReader(CsvFormat format, long memoryLimit, Path temporaryFolder) {
        this.format = Objects.requireNonNull(format, "format");
        this.memoryLimit = memoryLimit;
        this.temporaryFolder = Objects.requireNonNull(temporaryFolder, "temporaryFolder");
        if (memoryLimit < 0) {
            throw new IllegalArgumentException("the limit of memory is a number of bytes, but got " + memoryLimit);
        }
    }

    /**
     * Reads a table to learn from.
     *
     * @return the table; close it after its last use, since it may have a temporary file
     * @throws DataFormatException if the file is not what it should be, or does not fit the task
     * @throws IOException if it is missing or cannot be read
     */
    public Table read(Path file, TableTask task) throws IOException {
        List<CellReader> readers = survey(file, task);
        RowStore rows = load(file, readers);
        LOG.debug("{}: {} rows of {} columns", file, rows.rows(), readers.size());
        return new Table(file, task, readers, rows);
    }

    /**
     * Reads a table as an encoding that was learned from another wants it, such as a test set.
     *
     * @return the data; close it after its last use, since it may have a temporary file
     * @throws DataFormatException if the file is not what it should be, or does not fit the encoding
     * @throws IOException if it is missing or cannot be read
     */
    public TableDataset read(Path file, TableEncoding encoding) throws IOException {
        List<CellReader> readers = new ArrayList<>(inputReaders(encoding));
        readers.add(CellReader.of(encoding.target()));
        return new TableDataset(encoding, load(file, readers), null);
    }

    /**
     * Reads the inputs of a table; it need not have the target column.
     *
     * @return the inputs; close them after their last use, since they may have a temporary file
     * @throws DataFormatException if the file is not what it should be, or does not fit the encoding
     * @throws IOException if it is missing or cannot be read
     */
    public TableInputs readInputs(Path file, TableEncoding encoding) throws IOException {
        return new TableInputs(encoding, load(file, inputReaders(encoding)));
    }

    private static List<CellReader> inputReaders(TableEncoding encoding) {
        return encoding.inputs().stream().map(CellReader::of).toList();
    }

    /** The first look at all cells: how each column in use is to be read, the target last. */
    private List<CellReader> survey(Path file, TableTask task) throws IOException {
        try (CsvRows rows = CsvRows.open(file, format)) {
            int target = rows.column(task.target());
            for (String told : named(task)) {
                rows.column(told); // must be there
            }
            List<String> header = rows.header();
            List<ColumnSurvey> columns = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < header.size(); i++) {
                if (i != target && !task.ignored().contains(header.get(i))) {
                    places.add(i);
                }
            }
            if (places.isEmpty()) {
                throw new DataFormatException(
                        file, "has no column to learn " + Quoted.of(task.target()) + " from; it needs one more");
            }
            places.add(target);
            places.forEach(place -> columns.add(new ColumnSurvey(header.get(place))));
            boolean some = false;
            while (rows.next()) {
                some = true;
                for (int i = 0; i < places.size(); i++) {
                    String cell = rows.cell(places.get(i));
                    columns.get(i).add(cell, format.isMissing(cell), rows.line());
                }
            }
            if (!some) {
                throw noRows(file);
            }
            List<CellReader> readers = new ArrayList<>();
            for (ColumnSurvey column : columns) {
                readers.add(column.reader(file, task));
            }
            return readers;
        }
    }

    private static Set<String> named(TableTask task) {
        Set<String> names = new TreeSet<>(task.numeric());
        names.addAll(task.categorical());
        names.addAll(task.ignored());
        return names;
    }

    private static DataFormatException noRows(Path file) {
        return new DataFormatException(file, "has a header but no rows");
    }

    /** Turns all rows into codes. */
    private RowStore load(Path file, List<CellReader> readers) throws IOException {
        try (CsvRows rows = CsvRows.open(file, format);
                RowStoreWriter writer = new RowStoreWriter(readers.size(), memoryLimit, temporaryFolder)) {
            int[] places = new int[readers.size()];
            for (int i = 0; i < places.length; i++) {
                places[i] = rows.column(readers.get(i).name());
            }
            double[] codes = new double[places.length];
            boolean some = false;
            while (rows.next()) {
                some = true;
                for (int i = 0; i < codes.length; i++) {
                    String cell = rows.cell(places[i]);
                    boolean missing = format.isMissing(cell);
                    codes[i] = readers.get(i).code(cell, missing);
                    if (Double.isInfinite(codes[i])) {
                        throw rows.refused(readers.get(i).name(), readers.get(i).problem(cell, missing));
                    }
                }
                writer.add(codes);
            }
            if (!some) {
                throw noRows(file);
            }
            return writer.finish();
        }
    }
}
