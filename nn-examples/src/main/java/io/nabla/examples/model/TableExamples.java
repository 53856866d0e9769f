package io.nabla.examples.model;

import io.nabla.api.Matrix;
import io.nabla.data.DataFormatException;
import io.nabla.data.csv.TableInputs;
import io.nabla.data.csv.TableReader;
import io.nabla.examples.cli.Preprocessing;
import io.nabla.examples.cli.UserError;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The rows of a CSV file, from 1; the target column need not be there. */
record TableExamples(String source, TableInputs rows) implements Examples {
    private static final Path STDIN = Path.of("-");

    /**
     * Reads a file for a network, or stdin where it is named {@code -}.
     *
     * @throws UserError if it is not there, or not such a table as the network has learned
     */
    static TableExamples read(Path file, Preprocessing.Table table, InputStream stdin) {
        try {
            return file.equals(STDIN)
                    ? readStdin(table, stdin)
                    : new TableExamples(
                            file.toString(), new TableReader(table.format()).readInputs(file, table.encoding()));
        } catch (DataFormatException | FileNotFoundException e) {
            throw new UserError(e.getMessage(), e);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + e, e);
        }
    }

    /** By way of a temporary file, since a reader of tables takes files alone. */
    private static TableExamples readStdin(Preprocessing.Table table, InputStream stdin) throws IOException {
        Path copy = Files.createTempFile("nn-predict", ".csv");
        try {
            Files.copy(stdin, copy, StandardCopyOption.REPLACE_EXISTING);
            return new TableExamples("-", new TableReader(table.format()).readInputs(copy, table.encoding()));
        } catch (DataFormatException e) {
            throw new UserError(e.getMessage().replace(copy.toString(), "stdin"), e);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public String name(int example) {
        return source + ":" + (example + 1);
    }

    @Override
    public void copyInputs(int from, Matrix x) {
        rows.copyInputs(from, x);
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary file of a table cannot be given back", e);
        }
    }
}
