package io.nabla.examples.config;

import io.nabla.data.ImageColor;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonNumber;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.Place;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Images to learn from.
 *
 * @param place where the source is named
 * @param source where they come from
 * @param folder the folder that is named, if any
 * @param pngs what is special to PNG images
 * @param trainSize how many of the training images are learned: all if empty
 * @param validationShare the share of them that is kept back: none if empty
 * @param augmentation the changed versions that are learned too, if any
 */
public record ImageConfig(
        Place place,
        Source source,
        Optional<Path> folder,
        Optional<Pngs> pngs,
        Optional<Json> trainSize,
        Optional<Json> validationShare,
        Optional<AugmentationConfig> augmentation) {
    static final String MNIST = "mnist";
    static final String SYNTHETIC = "synthetic";
    static final String IMAGES = "images";
    private static final String COLOR = "color";
    static final String TEST = "test-images";
    private static final String TEST_SHARE = "test-share";
    private static final String AUGMENT = "augment";
    private static final String TRAIN_SIZE = "train-size";
    private static final double USUAL_TEST_SHARE = 0.2;

    /** Where images come from. */
    public enum Source {
        /** What is there: MNIST, or else the synthetic digits. */
        ANY,
        /** Four IDX files. */
        MNIST,
        /** Digits that are drawn. */
        SYNTHETIC,
        /** PNG images in a folder for each class. */
        PNG
    }

    /**
     * What is special to folders of PNG images.
     *
     * @param color the numbers that a pixel becomes
     * @param folder a folder with the images for the test
     * @param share the share of the images that are for the test, where no folder has them
     */
    public record Pngs(ImageColor color, Optional<Path> folder, Json share) {}

    /** Checks that nothing is missing. */
    public ImageConfig {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(pngs, "pngs");
        Objects.requireNonNull(trainSize, "trainSize");
        Objects.requireNonNull(validationShare, "validationShare");
        Objects.requireNonNull(augmentation, "augmentation");
    }

    static ImageConfig of(ConfigTree config, JsonObject data) {
        return data.find(IMAGES).isPresent() ? pngs(config, data) : digits(config, data);
    }

    private static ImageConfig digits(ConfigTree config, JsonObject data) {
        data.onlyKeys(MNIST, SYNTHETIC, IMAGES, TableConfig.CSV, TRAIN_SIZE, DataConfig.VALIDATION_SHARE, AUGMENT);
        Optional<Json> mnist = data.find(MNIST);
        Optional<Json> synthetic = data.find(SYNTHETIC);
        if (mnist.isPresent() && synthetic.isPresent()) {
            throw synthetic
                    .get()
                    .place()
                    .refuse("is another source than " + mnist.get().place().name() + "; name one");
        }
        mnist.filter(DataConfig::isChoice).ifPresent(DataConfig::isTrue);
        synthetic.ifPresent(DataConfig::isTrue);
        Optional<Json> trainSize = data.find(TRAIN_SIZE);
        trainSize.ifPresent(size -> size.asInteger("at least 1", n -> n >= 1));
        return new ImageConfig(
                mnist.or(() -> synthetic).map(Json::place).orElse(data.place()),
                mnist.isPresent() ? Source.MNIST : synthetic.isPresent() ? Source.SYNTHETIC : Source.ANY,
                mnist.filter(value -> !DataConfig.isChoice(value)).map(config::path),
                Optional.empty(),
                trainSize,
                validationShare(data),
                augmentation(data));
    }

    private static ImageConfig pngs(ConfigTree config, JsonObject data) {
        data.onlyKeys(IMAGES, COLOR, TEST, TEST_SHARE, DataConfig.VALIDATION_SHARE, AUGMENT);
        Json images = data.get(IMAGES);
        Optional<Json> test = data.find(TEST);
        Optional<Json> share = data.find(TEST_SHARE);
        if (test.isPresent() && share.isPresent()) {
            throw share.get().place().refuse("is not for images whose test images are in a folder of their own");
        }
        share.ifPresent(ImageConfig::checkShare);
        Pngs pngs = new Pngs(
                data.find(COLOR)
                        .map(color -> Names.oneOf(ImageColor.values(), color))
                        .orElse(ImageColor.GREY),
                test.map(config::path),
                share.orElseGet(() -> JsonNumber.of(new Place("", "data." + TEST_SHARE), USUAL_TEST_SHARE)));
        return new ImageConfig(
                images.place(),
                Source.PNG,
                Optional.of(config.path(images)),
                Optional.of(pngs),
                Optional.empty(),
                validationShare(data),
                augmentation(data));
    }

    private static Optional<AugmentationConfig> augmentation(JsonObject data) {
        return data.find(AUGMENT).map(AugmentationConfig::of);
    }

    private static Optional<Json> validationShare(JsonObject data) {
        Optional<Json> share = data.find(DataConfig.VALIDATION_SHARE);
        share.ifPresent(ImageConfig::checkShare);
        return share;
    }

    private static void checkShare(Json share) {
        share.asNumber("above 0 and below 1, such as 0.2", x -> x > 0 && x < 1);
    }
}
