package io.nabla.serving;

import io.nabla.api.Matrix;
import io.nabla.data.csv.TableInputs;
import io.nabla.data.csv.TableReader;
import java.io.IOException;
import java.nio.file.Path;

/** The rows of a CSV file, from 1; the target column need not be there. */
record TableExamples(String source, TableInputs rows) implements Examples {
    static TableExamples read(Path file, String source, Preprocessing.Table table) throws IOException {
        return new TableExamples(source, new TableReader(table.format()).readInputs(file, table.encoding()));
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
    public void close() throws IOException {
        rows.close();
    }
}
