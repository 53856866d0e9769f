package io.nabla.data.csv;

import java.util.Objects;
import java.util.Optional;

/**
 * A table in parts that share no row, encoded by what was learned from the training part.
 *
 * @param encoding what was learned
 * @param training what to learn from
 * @param validation what to choose by, if a share of the rows was asked for it
 * @param test what to be measured on, if a share of the rows was asked for it
 */
public record TableSplit(
        TableEncoding encoding, TableDataset training, Optional<TableDataset> validation, Optional<TableDataset> test) {
    /** Checks that nothing is missing. */
    public TableSplit {
        Objects.requireNonNull(encoding, "encoding");
        Objects.requireNonNull(training, "training");
        Objects.requireNonNull(validation, "validation");
        Objects.requireNonNull(test, "test");
    }
}
