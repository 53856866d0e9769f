package io.nabla.examples.config;

import io.nabla.io.json.Json;
import io.nabla.io.json.JsonChoice;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.JsonText;
import io.nabla.io.json.Place;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is learned: images, or a table.
 *
 * @param images the images, if it is them
 * @param table the table, if it is one
 */
public record DataConfig(Optional<ImageConfig> images, Optional<TableConfig> table) {
    static final String VALIDATION_SHARE = "validation-share";

    /** The data of a run. */
    public static DataConfig of(ConfigTree config) {
        JsonObject data = config.section(ConfigTree.DATA);
        return data.find(TableConfig.CSV).isPresent()
                ? new DataConfig(Optional.empty(), Optional.of(TableConfig.of(config, data)))
                : new DataConfig(Optional.of(ImageConfig.of(config, data)), Optional.empty());
    }

    /**
     * The settings with this folder of IDX files, whatever images they name.
     *
     * @throws IllegalArgumentException if they name a table, or images of another kind
     */
    public static ConfigTree withFolder(ConfigTree config, String option, Path folder) {
        JsonObject data = config.section(ConfigTree.DATA);
        data.find(TableConfig.CSV).or(() -> data.find(ImageConfig.IMAGES)).ifPresent(other -> {
            throw otherData(option, other);
        });
        return config.with(
                ConfigTree.DATA,
                data.without(ImageConfig.SYNTHETIC)
                        .with(ImageConfig.MNIST, new JsonText(Place.named(option), folder.toString())));
    }

    /**
     * The settings with this table.
     *
     * @throws IllegalArgumentException if they name images
     */
    public static ConfigTree withTable(ConfigTree config, String option, Path file) {
        JsonObject data = config.section(ConfigTree.DATA);
        data.find(ImageConfig.MNIST).or(() -> data.find(ImageConfig.SYNTHETIC)).ifPresent(images -> {
            throw otherData(option, images);
        });
        return config.with(option, file.toString(), ConfigTree.DATA, TableConfig.CSV);
    }

    /** The share of the examples that is kept back for validation, if any is. */
    public Optional<Double> validationShare() {
        return images.flatMap(ImageConfig::validationShare)
                .map(share -> share.asNumber("a share", x -> true))
                .or(() -> table.map(TableConfig::validationShare).filter(share -> share > 0));
    }

    /** The changed versions of the training images that are learned too, in words, if there are any. */
    public Optional<String> augmentation() {
        return images.flatMap(ImageConfig::augmentation).map(AugmentationConfig::words);
    }

    /** Whether the settings name a table. */
    public static boolean isTable(ConfigTree config) {
        return config.section(ConfigTree.DATA).find(TableConfig.CSV).isPresent();
    }

    private static IllegalArgumentException otherData(String option, Json named) {
        Place place = named.place();
        return new IllegalArgumentException(
                place.say(place.name() + " is other data than " + option + "; name one of them"));
    }

    /** Refuses a choice that is not true. */
    static void isTrue(Json choice) {
        if (!choice.asChoice()) {
            throw choice.place().refuse("is true or left out, but got false");
        }
    }

    static boolean isChoice(Json json) {
        return json instanceof JsonChoice;
    }
}
