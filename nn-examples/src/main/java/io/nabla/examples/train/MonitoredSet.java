package io.nabla.examples.train;

import io.nabla.api.Dataset;
import io.nabla.examples.cli.ImageData;
import java.util.Locale;

/** A set of images to measure on, in the order of preference for naming the best epoch. */
enum MonitoredSet {
    TEST,
    VALIDATION,
    TRAINING;

    /** The set among the images of a run. */
    Dataset of(ImageData data) {
        return switch (this) {
            case TEST -> data.test();
            case VALIDATION -> data.validation().orElseThrow();
            case TRAINING -> data.training();
        };
    }

    /** The lower-case name: {@code test}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
