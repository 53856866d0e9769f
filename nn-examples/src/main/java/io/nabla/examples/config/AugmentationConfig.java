package io.nabla.examples.config;

import io.nabla.data.augmentation.Augmentation;
import io.nabla.data.augmentation.ElasticDistortion;
import io.nabla.data.augmentation.RandomShift;
import io.nabla.data.augmentation.Rotation;
import io.nabla.data.augmentation.Shift;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.JsonText;
import io.nabla.io.json.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Changed versions of the training images, which are learned beside the images as they are: {@code "one-pixel-each-way"}, as in the
 * book's chapter 3, or {@code {"versions": 4, "rotation": 10, "elastic": {"alpha": 34, "sigma": 4}, "shift": 2}}.
 *
 * @param place where it is asked for
 * @param changes one for each further version of an image
 * @param words what a report says of them
 */
public record AugmentationConfig(Place place, List<Augmentation> changes, String words) {
    private static final String EACH_WAY = "one-pixel-each-way";
    private static final String VERSIONS = "versions";
    private static final String ROTATION = "rotation";
    private static final String ELASTIC = "elastic";
    private static final String ALPHA = "alpha";
    private static final String SIGMA = "sigma";
    private static final String SHIFT = "shift";
    private static final int MOST_VERSIONS = 1000;

    /** Keeps its own copy of the changes. */
    public AugmentationConfig {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(words, "words");
        changes = List.copyOf(changes);
    }

    static AugmentationConfig of(Json json) {
        if (json instanceof JsonText text) {
            if (!text.asText().equals(EACH_WAY)) {
                throw json.place()
                        .refuse("is \"" + EACH_WAY + "\", or an object such as {\"" + SHIFT + "\": 1}, but got "
                                + json.inWords());
            }
            return new AugmentationConfig(json.place(), Shift.onePixelEachWay(), EACH_WAY);
        }
        return random(json.asObject());
    }

    /** Versions at random, each turned, then distorted, then shifted, as far as the settings say so. */
    private static AugmentationConfig random(JsonObject settings) {
        settings.onlyKeys(VERSIONS, ROTATION, ELASTIC, SHIFT);
        List<Augmentation> steps = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Optional<Json> rotation = settings.find(ROTATION);
        if (rotation.isPresent()) {
            double most = rotation.get().asNumber("above 0 and up to 180 degrees, such as 10", x -> x > 0 && x <= 180);
            steps.add(new Rotation(most));
            words.add(ROTATION + " " + most);
        }
        Optional<JsonObject> elastic = settings.find(ELASTIC).map(Json::asObject);
        if (elastic.isPresent()) {
            elastic.get().onlyKeys(ALPHA, SIGMA);
            double alpha = elastic.get()
                    .get(ALPHA)
                    .asNumber("above 0 and up to 10000 pixels, such as 34", x -> x > 0 && x <= 10_000);
            double sigma = elastic.get()
                    .get(SIGMA)
                    .asNumber("above 0 and up to 100 pixels, such as 4", x -> x > 0 && x <= 100);
            steps.add(new ElasticDistortion(alpha, sigma));
            words.add(ELASTIC + " alpha " + alpha + " sigma " + sigma);
        }
        Optional<Json> shift = settings.find(SHIFT);
        if (shift.isPresent()) {
            int most = shift.get().asInteger("1 to 10000 pixels, such as 1", n -> n >= 1 && n <= 10_000);
            steps.add(new RandomShift(most));
            words.add(SHIFT + " " + most);
        }
        Augmentation change = steps.stream()
                .reduce(Augmentation::then)
                .orElseThrow(() -> settings.place()
                        .refuse("changes nothing; give at least one of " + List.of(ROTATION, ELASTIC, SHIFT)));
        int versions = settings.find(VERSIONS)
                .map(json -> json.asInteger("1 to " + MOST_VERSIONS, n -> n >= 1 && n <= MOST_VERSIONS))
                .orElse(1);
        return new AugmentationConfig(
                settings.place(),
                Collections.nCopies(versions, change),
                versions + (versions == 1 ? " version: " : " versions: ") + String.join(", ", words));
    }
}
