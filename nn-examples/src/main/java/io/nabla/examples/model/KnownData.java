package io.nabla.examples.model;

import io.nabla.api.Dataset;
import io.nabla.data.DataFormatException;
import io.nabla.data.csv.TableDataset;
import io.nabla.data.csv.TableReader;
import io.nabla.examples.cli.DataSource;
import io.nabla.examples.cli.ImageData;
import io.nabla.examples.cli.SavedModel;
import io.nabla.examples.cli.UserError;
import io.nabla.serving.Preprocessing;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Data to measure a saved network with.
 *
 * @param name what it is, in words
 * @param examples inputs with the wanted outputs
 */
record KnownData(String name, Dataset examples) implements AutoCloseable {
    /**
     * The data that a network of this kind can be measured with.
     *
     * @param folder of IDX files, if the user named one
     * @param csv a table, if the user named one
     * @param env the environment variables, which may name MNIST's folder
     * @throws UserError if the data is of another kind than the network, or not as it should be
     */
    static KnownData read(SavedModel saved, Path folder, Path csv, Map<String, String> env) {
        Optional<Preprocessing.Table> table = saved.preprocessing().table();
        if (table.isPresent()) {
            if (csv == null || folder != null) {
                throw new UserError(saved.file() + " has learned a table; measure it with --csv FILE");
            }
            return table(csv, table.get());
        }
        if (csv != null) {
            throw new UserError(saved.file() + " has learned images; measure it with --data DIR instead of --csv");
        }
        ImageData images = DataSource.find(Optional.ofNullable(folder), env).load();
        List<String> known = saved.description().classes();
        if (!known.equals(images.classes())) {
            throw new UserError(saved.file() + " tells apart " + known + ", but " + images.name() + " are of "
                    + images.classes() + "; measure it with images of its own classes");
        }
        return new KnownData("the test images of " + images.name(), images.test());
    }

    private static KnownData table(Path csv, Preprocessing.Table table) {
        try {
            TableDataset rows = new TableReader(table.format()).read(csv, table.encoding());
            return new KnownData("column " + table.encoding().target().name() + " of " + csv, rows);
        } catch (DataFormatException | FileNotFoundException e) {
            throw new UserError(e.getMessage(), e);
        } catch (IOException e) {
            throw new UserError(csv + " cannot be read: " + e, e);
        }
    }

    @Override
    public void close() {
        if (examples instanceof TableDataset rows) {
            try {
                rows.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the temporary file of a table cannot be given back", e);
            }
        }
    }
}
