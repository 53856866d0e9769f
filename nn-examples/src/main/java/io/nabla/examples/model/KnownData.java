package io.nabla.examples.model;

import io.nabla.api.Dataset;
import io.nabla.api.Shape;
import io.nabla.data.DataFormatException;
import io.nabla.data.ImageColor;
import io.nabla.data.ImageFolder;
import io.nabla.data.ImageFolderReader;
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
     * Where the user says that the data is.
     *
     * @param idx a folder of IDX files, if one was named
     * @param images a folder with a folder of PNG images for each class, if one was named
     * @param csv a table, if one was named
     */
    record Named(Optional<Path> idx, Optional<Path> images, Optional<Path> csv) {}

    /**
     * The data that a network of this kind can be measured with.
     *
     * @param env the environment variables, which may name MNIST's folder
     * @throws UserError if the data is of another kind than the network, or not as it should be
     */
    static KnownData read(SavedModel saved, Named named, Map<String, String> env) {
        Optional<Preprocessing.Table> table = saved.preprocessing().table();
        if (table.isPresent()) {
            if (named.csv().isEmpty()
                    || named.idx().isPresent()
                    || named.images().isPresent()) {
                throw new UserError(saved.file() + " has learned a table; measure it with --csv FILE");
            }
            return table(named.csv().get(), table.get());
        }
        if (!(saved.preprocessing() instanceof Preprocessing.Pixels)) {
            throw new UserError(saved.file() + " takes numbers that a program has prepared; measure it in a program");
        }
        if (named.csv().isPresent()) {
            throw new UserError(
                    saved.file() + " has learned images; measure it with --data DIR or --images DIR instead of --csv");
        }
        if (named.images().isPresent()) {
            if (named.idx().isPresent()) {
                throw new UserError("--data and --images are different data; name one of them");
            }
            return pngs(saved, named.images().get());
        }
        return idx(saved, named.idx(), env);
    }

    private static KnownData idx(SavedModel saved, Optional<Path> folder, Map<String, String> env) {
        ImageData images = DataSource.find(folder, env).load();
        List<String> known = saved.description().classes();
        if (!known.equals(images.classes())) {
            throw new UserError(saved.file() + " tells apart " + known + ", but " + images.name() + " are of "
                    + images.classes() + "; measure it with images of its own classes: --images DIR");
        }
        return new KnownData("the test images of " + images.name(), images.test());
    }

    private static KnownData pngs(SavedModel saved, Path folder) {
        Shape inputs = saved.network().inputs();
        boolean areImages = inputs.dimensions().size() == 3;
        boolean isColoured = areImages && inputs.dimensions().get(0) == ImageColor.RGB.channels();
        List<String> classes = saved.description().classes();
        if (classes.isEmpty()) {
            throw new UserError(saved.file() + " tells no classes apart, so no folder of classes can measure it");
        }
        try {
            ImageFolder read =
                    new ImageFolderReader(isColoured ? ImageColor.RGB : ImageColor.GREY).read(folder, classes);
            Shape shape = read.images().shape();
            if (areImages ? !shape.equals(inputs) : shape.size() != inputs.size()) {
                throw new UserError(folder + " has images of " + shape + " numbers, but the network takes " + inputs
                        + "; bring them to that size");
            }
            return new KnownData("the PNG images in " + folder, read.dataset());
        } catch (DataFormatException | FileNotFoundException | IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        } catch (IOException e) {
            throw new UserError(folder + " cannot be read: " + e, e);
        }
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
