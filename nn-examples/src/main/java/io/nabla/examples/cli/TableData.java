package io.nabla.examples.cli;

import io.nabla.api.Dataset;
import io.nabla.core.random.NumpyRandom;
import io.nabla.data.DataFormatException;
import io.nabla.data.csv.ClassTarget;
import io.nabla.data.csv.Table;
import io.nabla.data.csv.TableDataset;
import io.nabla.data.csv.TableReader;
import io.nabla.data.csv.TableSplit;
import io.nabla.examples.config.MonitoredSet;
import io.nabla.examples.config.TableConfig;
import io.nabla.io.json.JsonObject;
import io.nabla.serving.Preprocessing;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a run.
 *
 * @param config what was asked for
 * @param table all rows of the file
 * @param split its parts
 * @param testFile the rows of the file for the test, if there is one
 */
public record TableData(TableConfig config, Table table, TableSplit split, Optional<TableDataset> testFile)
        implements RunData {
    static TableData load(TableConfig config, int seed) {
        try {
            Table table = new TableReader(config.format()).read(config.file(), config.task());
            try {
                return split(config, table, seed);
            } catch (IOException | RuntimeException e) {
                table.close();
                throw e;
            }
        } catch (DataFormatException | FileNotFoundException | IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        } catch (IOException e) {
            throw new UserError(config.file() + " cannot be read: " + e, e);
        }
    }

    private static TableData split(TableConfig config, Table table, int seed) throws IOException {
        TableSplit split = config.place()
                .orRefuse(() -> table.split(config.validationShare(), config.testShare(), new NumpyRandom(seed)));
        Optional<TableDataset> test = config.testFile().isPresent()
                ? Optional.of(
                        new TableReader(config.format()).read(config.testFile().get(), split.encoding()))
                : split.test();
        return new TableData(config, table, split, test);
    }

    @Override
    public String name() {
        return "column " + split.encoding().target().name() + " of " + config.file() + " (" + origin() + ")";
    }

    @Override
    public String origin() {
        return config.place().where().isEmpty() ? "--csv" : "data.csv";
    }

    @Override
    public Optional<Path> place() {
        return Optional.of(config.file());
    }

    @Override
    public TableDataset training() {
        return split.training();
    }

    @Override
    public Optional<Dataset> set(MonitoredSet name) {
        return switch (name) {
            case TEST -> testFile.map(rows -> rows);
            case VALIDATION -> split.validation().map(rows -> rows);
            case TRAINING -> Optional.of(split.training());
        };
    }

    @Override
    public String whyNone(MonitoredSet name) {
        return name() + " has no " + name + " rows; use "
                + (name == MonitoredSet.VALIDATION
                        ? "--validation-share 0.2 or data.validation-share"
                        : "data.test-share or data.test-csv")
                + ", or monitor another set";
    }

    @Override
    public List<String> classes() {
        return split.encoding().target() instanceof ClassTarget target ? target.classes() : List.of();
    }

    @Override
    public JsonObject preprocessing() {
        return new Preprocessing.Table(split.encoding(), config.format()).json();
    }

    /** Gives back the temporary files of large tables. */
    @Override
    public void close() {
        try {
            table.close();
            if (testFile.isPresent()) {
                testFile.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary file of a table cannot be given back", e);
        }
    }

    /** The name and the sizes in one line. */
    @Override
    public String toString() {
        return name() + ": " + training().size() + " training, "
                + split.validation().map(rows -> rows.size() + " validation, ").orElse("")
                + testFile.map(TableDataset::size).orElse(0) + " test rows of "
                + training().inputs().size() + " inputs, "
                + (classes().isEmpty() ? "a number" : classes().size() + " classes") + " to learn";
    }
}
