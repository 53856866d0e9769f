package io.nabla.examples.cli;

import io.nabla.api.Dataset;
import io.nabla.data.AugmentedImages;
import io.nabla.examples.config.AugmentationConfig;
import io.nabla.examples.config.MonitoredSet;
import io.nabla.io.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The images of a run whose training images are learned in changed versions too; those for validation and test stay as they are.
 *
 * @param images the images as they are
 * @param training what is learned
 * @param words what the versions are
 */
record AugmentedData(ImageData images, AugmentedImages training, String words) implements RunData {
    /** Checks that nothing is missing. */
    AugmentedData {
        Objects.requireNonNull(images, "images");
        Objects.requireNonNull(training, "training");
        Objects.requireNonNull(words, "words");
    }

    /**
     * The images with the versions that are asked for.
     *
     * @param seed of what the versions leave to chance
     * @throws UserError if they are too many
     */
    static AugmentedData of(ImageData images, AugmentationConfig config, int seed) {
        return UserError.unlessRefused(() -> config.place()
                .orRefuse(() -> new AugmentedData(
                        images,
                        new AugmentedImages(images.training().images(), config.changes(), seed),
                        config.words())));
    }

    @Override
    public String name() {
        return images.name();
    }

    @Override
    public String origin() {
        return images.origin();
    }

    @Override
    public Optional<Path> place() {
        return images.place();
    }

    @Override
    public Optional<Dataset> set(MonitoredSet name) {
        return name == MonitoredSet.TRAINING ? Optional.of(training) : images.set(name);
    }

    @Override
    public String whyNone(MonitoredSet name) {
        return images.whyNone(name);
    }

    @Override
    public List<String> classes() {
        return images.classes();
    }

    @Override
    public JsonObject preprocessing() {
        return images.preprocessing();
    }

    /** The images in one line, and how many there are to learn from with their versions. */
    @Override
    public String toString() {
        return images + "; augmented to " + training.size() + " (" + words + ")";
    }
}
