package io.nabla.examples.cli;

import io.nabla.core.ExampleOrder;
import io.nabla.data.ImageDataset;
import io.nabla.examples.config.MonitoredSet;
import io.nabla.io.json.Json;
import io.nabla.io.json.Place;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

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

    /** One of the sets; empty if the source has no such images. */
    public Optional<ImageDataset> set(MonitoredSet name) {
        return switch (name) {
            case TEST -> Optional.of(test);
            case VALIDATION -> validation;
            case TRAINING -> Optional.of(training);
        };
    }

    /** The first training images alone. */
    ImageData withTraining(int size) {
        return size == training.size()
                ? this
                : new ImageData(source, new ImageDataset(training.images().slice(0, size)), validation, test);
    }

    /**
     * A share of the training images, drawn at random, kept back as validation images instead of those there may be.
     *
     * @param share a number above 0 and below 1, which knows where it was given
     * @throws IllegalArgumentException if the share leaves a part without images
     */
    ImageData keepingBack(Json share, RandomGenerator random) {
        int all = training.size();
        double wanted = share.asNumber("above 0 and below 1", x -> x > 0 && x < 1);
        int kept = (int) Math.round(wanted * all);
        if (kept == 0 || kept == all) {
            Place place = share.place();
            throw new IllegalArgumentException(place.say(place.name() + " " + wanted + " of " + all
                    + " training images is " + kept + "; both parts need at least one"));
        }
        ExampleOrder order = ExampleOrder.of(all);
        order.shuffle(random);
        int[] shuffled = order.toArray();
        return new ImageData(
                source,
                new ImageDataset(training.images().chosen(Arrays.copyOfRange(shuffled, 0, all - kept))),
                Optional.of(new ImageDataset(training.images().chosen(Arrays.copyOfRange(shuffled, all - kept, all)))),
                test);
    }

    /** The name and the sizes in one line. */
    @Override
    public String toString() {
        return name() + ": " + training.size() + " training, "
                + validation.map(set -> set.size() + " validation, ").orElse("") + test.size() + " test images of "
                + test.images().height() + " x " + test.images().width() + " pixels";
    }
}
