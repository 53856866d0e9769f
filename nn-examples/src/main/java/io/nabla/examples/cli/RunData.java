package io.nabla.examples.cli;

import io.nabla.api.Dataset;
import io.nabla.examples.config.DataConfig;
import io.nabla.examples.config.ImageConfig;
import io.nabla.examples.config.MonitoredSet;
import io.nabla.io.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The examples of a run: to learn from, to choose settings by and to measure with. */
public interface RunData extends AutoCloseable {
    /**
     * The data that a run asks for.
     *
     * @param env the environment variables, which may name MNIST's folder
     * @param seed of every draw
     * @throws UserError if it is not there, or not as it should be
     */
    static RunData load(DataConfig config, Map<String, String> env, int seed) {
        if (config.table().isPresent()) {
            return TableData.load(config.table().get(), seed);
        }
        ImageConfig wanted = config.images().orElseThrow();
        ImageData images = DataSource.load(wanted, env, seed);
        return wanted.augmentation().isPresent()
                ? AugmentedData.of(images, wanted.augmentation().get(), seed)
                : images;
    }

    /** What it is, in few words: {@code synthetic digits (embedded)}. */
    String name();

    /** Who named it: {@code --data}, {@code NN_MNIST}, {@code cache}, {@code embedded}, {@code --csv}, or a key of the file. */
    String origin();

    /** The folder or file that it was read from, if any. */
    Optional<Path> place();

    /** What is learned. */
    Dataset training();

    /** One of the sets, if there is such. */
    Optional<Dataset> set(MonitoredSet name);

    /** Why there is no such set, and what to do. */
    String whyNone(MonitoredSet name);

    /** The names of the classes; none if numbers are learned. */
    List<String> classes();

    /** How what a user has becomes inputs, for the file of a model. */
    JsonObject preprocessing();

    /**
     * A set that must be there.
     *
     * @throws UserError if it is not
     */
    default Dataset required(MonitoredSet name) {
        return set(name).orElseThrow(() -> new UserError(whyNone(name)));
    }

    /** Gives back what it holds outside of memory. */
    @Override
    default void close() {}
}
