package io.nabla.examples.cli;

import io.nabla.api.Dataset;
import io.nabla.core.ExampleOrder;
import io.nabla.data.ImageDataset;
import io.nabla.examples.config.MonitoredSet;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.Place;
import io.nabla.serving.Preprocessing;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The images of a run.
 *
 * @param source where they come from
 * @param classes the names of their classes
 * @param training to learn from
 * @param validation to choose settings by; empty if the source has none
 * @param test to measure with
 */
public record ImageData(
        DataSource source,
        List<String> classes,
        ImageDataset training,
        Optional<ImageDataset> validation,
        ImageDataset test)
        implements RunData {
    /** Keeps its own copy of the names. */
    public ImageData {
        classes = List.copyOf(classes);
    }

    @Override
    public String name() {
        return source.folder()
                .map(folder -> source.files() + " in " + folder + " (" + source.origin() + ")")
                .orElse("synthetic digits (" + source.origin() + ")");
    }

    @Override
    public String origin() {
        return source.origin();
    }

    @Override
    public Optional<Path> place() {
        return source.folder();
    }

    @Override
    public Optional<Dataset> set(MonitoredSet name) {
        return switch (name) {
            case TEST -> Optional.of(test);
            case VALIDATION -> validation.map(images -> images);
            case TRAINING -> Optional.of(training);
        };
    }

    @Override
    public String whyNone(MonitoredSet name) {
        return name() + " have no " + name + " images, only MNIST's 60,000 training images are split; use"
                + " --validation-share 0.2 or --monitor test,training";
    }

    @Override
    public JsonObject preprocessing() {
        return new Preprocessing.Pixels().json();
    }

    /** The first training images alone. */
    ImageData withTraining(int size) {
        return size == training.size()
                ? this
                : new ImageData(
                        source, classes, new ImageDataset(training.images().slice(0, size)), validation, test);
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
                classes,
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
