package io.nabla.examples.cli;

import io.nabla.data.ImageDataset;
import java.util.Optional;

/**
 * The images of a run.
 *
 * @param source where they come from
 * @param training to learn from
 * @param validation to choose settings by; empty if the source has none
 * @param test to measure with
 */
public record ImageData(
        DataSource source, ImageDataset training, Optional<ImageDataset> validation, ImageDataset test) {
    /** What the images are, in few words: {@code synthetic digits (embedded)}. */
    public String name() {
        return source.folder()
                .map(folder -> "IDX files in " + folder + " (" + source.origin() + ")")
                .orElse("synthetic digits (" + source.origin() + ")");
    }

    /** The first training images alone. */
    ImageData withTraining(int size) {
        return size == training.size()
                ? this
                : new ImageData(source, new ImageDataset(training.images().slice(0, size)), validation, test);
    }

    /** The name and the sizes in one line. */
    @Override
    public String toString() {
        return name() + ": " + training.size() + " training, "
                + validation.map(set -> set.size() + " validation, ").orElse("") + test.size() + " test images of "
                + test.images().height() + " x " + test.images().width() + " pixels";
    }
}
