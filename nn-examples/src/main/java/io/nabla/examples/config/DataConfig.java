package io.nabla.examples.config;

import io.nabla.io.json.Json;
import io.nabla.io.json.JsonChoice;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.JsonText;
import io.nabla.io.json.Place;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What is learned.
 *
 * @param place where the source is named
 * @param source where the examples come from
 * @param folder the folder that is named, if any
 * @param trainSize how many of the training examples are learned: all if empty
 * @param validationShare the share of them that is kept back: none if empty
 */
public record DataConfig(
        Place place, Source source, Optional<Path> folder, Optional<Json> trainSize, Optional<Json> validationShare) {
    private static final String MNIST = "mnist";
    private static final String SYNTHETIC = "synthetic";

    /** Where examples come from. */
    public enum Source {
        /** What is there: MNIST, or else the synthetic digits. */
        ANY,
        /** Four IDX files. */
        MNIST,
        /** Digits that are drawn. */
        SYNTHETIC
    }

    /** Checks that nothing is missing. */
    public DataConfig {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(folder, "folder");
    }

    /** The data of a run. */
    public static DataConfig of(ConfigTree config) {
        JsonObject data = config.section(ConfigTree.DATA);
        data.onlyKeys(MNIST, SYNTHETIC, "train-size", "validation-share");
        Optional<Json> mnist = data.find(MNIST);
        Optional<Json> synthetic = data.find(SYNTHETIC);
        if (mnist.isPresent() && synthetic.isPresent()) {
            throw synthetic
                    .get()
                    .place()
                    .refuse("is another source than " + mnist.get().place().name() + "; name one");
        }
        Optional<Path> folder =
                mnist.filter(value -> !(value instanceof JsonChoice)).map(config::path);
        mnist.filter(JsonChoice.class::isInstance).ifPresent(DataConfig::isTrue);
        synthetic.ifPresent(DataConfig::isTrue);
        Optional<Json> trainSize = data.find("train-size");
        trainSize.ifPresent(size -> size.asInteger("at least 1", n -> n >= 1));
        Optional<Json> share = data.find("validation-share");
        share.ifPresent(x -> x.asNumber("above 0 and below 1, such as 0.2", value -> value > 0 && value < 1));
        Source source = mnist.isPresent() ? Source.MNIST : synthetic.isPresent() ? Source.SYNTHETIC : Source.ANY;
        Place place = mnist.or(() -> synthetic).map(Json::place).orElse(data.place());
        return new DataConfig(place, source, folder, trainSize, share);
    }

    /** The data section with this folder of IDX files instead of what it names. */
    public static JsonObject withFolder(ConfigTree config, String option, Path folder) {
        return config.section(ConfigTree.DATA)
                .without(SYNTHETIC)
                .with(MNIST, new JsonText(Place.named(option), folder.toString()));
    }

    private static void isTrue(Json choice) {
        if (!choice.asChoice()) {
            throw choice.place().refuse("is true or left out, but got false");
        }
    }
}
