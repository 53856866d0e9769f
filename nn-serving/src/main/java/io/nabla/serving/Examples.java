package io.nabla.serving;

import io.nabla.api.Matrix;
import io.nabla.data.DataFormatException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Examples of a file whose outputs nobody knows yet.
 *
 * <pre>{@code
 * try (Examples rows = model.examples(Path.of("rows.csv"))) {
 *     List<Prediction> predictions = model.predict(rows);
 * }
 * }</pre>
 */
public interface Examples extends AutoCloseable {
    /** How many there are, at least one. */
    int size();

    /** What an example is called, such as {@code rows.csv:3}. */
    String name(int example);

    /**
     * Writes the inputs of consecutive examples into the columns of x.
     *
     * @param from the first example, counted from 0
     * @param x inputs × examples; overwritten
     */
    void copyInputs(int from, Matrix x);

    /** Gives back the temporary file that a large table may have. */
    @Override
    void close() throws IOException;

    /** Those of a file for a model; see {@link ServedModel#examples(Path)}. */
    static Examples read(Path file, ServedModel model) throws IOException {
        return read(file, file.toString(), model);
    }

    /** As {@link #read(Path, ServedModel)}, with another name for the file's examples. */
    static Examples read(Path file, String name, ServedModel model) throws IOException {
        Preprocessing preprocessing = model.preprocessing();
        if (preprocessing instanceof Preprocessing.Table table) {
            return TableExamples.read(file, name, table);
        }
        if (preprocessing instanceof Preprocessing.Pixels) {
            return ImageExamples.read(file, name, model.network().inputs());
        }
        throw new DataFormatException(file, "is a file, but the model takes numbers that a program has prepared");
    }
}
