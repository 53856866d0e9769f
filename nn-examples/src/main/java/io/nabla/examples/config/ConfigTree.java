package io.nabla.examples.config;

import io.nabla.api.Shape;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonList;
import io.nabla.io.json.JsonNumber;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.JsonReader;
import io.nabla.io.json.JsonText;
import io.nabla.io.json.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The settings of a run, put together: what an option says wins over a file, and a file over the book's first experiment.
 *
 * <p>Nothing is checked here but that a file is JSON: {@link RunConfig} reads the tree, wherever its values come from.
 *
 * @param root the settings
 * @param file the file that some come from; empty if there is none
 * @param ofFile the keys that the file has
 */
public record ConfigTree(JsonObject root, Optional<Path> file, Set<String> ofFile) {
    static final String DATA = "data";
    static final String INPUTS = "inputs";
    static final String LAYERS = "layers";
    static final String COST = "cost";
    static final String INITIALIZER = "initializer";
    static final String OPTIMIZER = "optimizer";
    static final String SCHEDULE = "schedule";
    static final String CLIP = "clip";
    static final String REGULARIZER = "regularizer";
    static final String TRAINING = "training";

    /** Sections whose settings are each for themselves: a file that has one of them leaves the others as they were. */
    private static final Set<String> SECTIONS = Set.of(DATA, TRAINING);

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private static final String DEFAULTS = "the defaults";

    /** The beginning of the names of places where nobody has said anything. */
    public static final String UNSAID = "the default ";

    private static final String BOOK = """
            {
              "cost": "quadratic",
              "initializer": "large",
              "optimizer": {"name": "sgd", "learning-rate": 3.0},
              "training": {
                "epochs": 30, "mini-batch": 10, "seed": 42, "precision": "double", "threads": 1, "monitor": ["test"]
              }
            }
            """;

    /** Keeps its own copy of the keys. */
    public ConfigTree {
        ofFile = Set.copyOf(ofFile);
    }

    /** How the book's first experiment learns; its layers are those of the options. */
    public static ConfigTree book() {
        return new ConfigTree(JsonReader.parse(DEFAULTS, BOOK), Optional.empty(), Set.of());
    }

    /**
     * The settings of a file; what it leaves out is as in {@link #book}.
     *
     * @throws IllegalArgumentException if it is not JSON
     * @throws IOException if it cannot be read
     */
    public static ConfigTree read(Path file) throws IOException {
        JsonObject given = JsonReader.read(file);
        JsonObject root = new JsonObject(given.place(), book().root().members());
        for (Map.Entry<String, Json> entry : given.members().entrySet()) {
            String key = entry.getKey();
            Optional<Json> before = root.find(key);
            root = root.with(
                    key,
                    SECTIONS.contains(key) && before.isPresent()
                            ? over(before.get().asObject(), entry.getValue().asObject())
                            : entry.getValue());
        }
        return new ConfigTree(root, Optional.of(file), given.members().keySet());
    }

    /**
     * The settings in a text that has all of them, as {@link #settled} gives it.
     *
     * @param source where the text was kept
     * @throws IllegalArgumentException if it is not JSON
     */
    public static ConfigTree parse(Path source, String text) {
        JsonObject root = JsonReader.parse(source.toString(), text);
        return new ConfigTree(root, Optional.of(source), root.members().keySet());
    }

    /**
     * These settings with nothing left to be settled: the layers and inputs as they are fitted to the data, and paths from the root
     * on.
     */
    public ConfigTree settled(NetworkConfig network, Shape inputs) {
        return with(LAYERS, new JsonList(Place.named(LAYERS), List.copyOf(network.layers())))
                .with(INPUTS, inputs.dimensions(), INPUTS)
                .withWholePaths();
    }

    /** These settings with paths from the root on, which are the same wherever somebody reads them. */
    ConfigTree withWholePaths() {
        JsonObject data = section(DATA);
        for (String key :
                List.of(ImageConfig.MNIST, ImageConfig.IMAGES, ImageConfig.TEST, TableConfig.CSV, TableConfig.TEST)) {
            Optional<Json> named = data.find(key).filter(JsonText.class::isInstance);
            if (named.isPresent()) {
                String path = path(named.get()).toAbsolutePath().normalize().toString();
                data = data.with(key, new JsonText(named.get().place(), path));
            }
        }
        return data.members().isEmpty() ? this : with(DATA, data);
    }

    /** Whether a value there was said by nobody, but is a default. */
    static boolean isUnsaid(Place place) {
        return place.where().startsWith(DEFAULTS) || place.name().startsWith(UNSAID);
    }

    private static JsonObject over(JsonObject before, JsonObject given) {
        JsonObject both = new JsonObject(given.place(), before.members());
        for (Map.Entry<String, Json> entry : given.members().entrySet()) {
            both = both.with(entry.getKey(), entry.getValue());
        }
        return both;
    }

    /**
     * The settings with one of them as an option says.
     *
     * @param option the name of the option, for messages
     * @param value a number, a text, or a list of them; null if the option was not given, which changes nothing
     * @param key of the setting
     */
    public ConfigTree with(String option, Object value, String key) {
        return value == null ? this : with(key, json(Place.named(option), value));
    }

    /** The settings with one in a section, such as training, as an option says; a plug-in's name alone is a section too. */
    public ConfigTree with(String option, Object value, String section, String key) {
        if (value == null) {
            return this;
        }
        JsonObject before = root.find(section)
                .map(ConfigTree::object)
                .orElseGet(() -> new JsonObject(Place.named(section), Map.of()));
        return with(section, before.with(key, json(Place.named(option), value)));
    }

    /** The settings with more of a plug-in's own in its section, as an option says: {@code beta1=0.8}. */
    public ConfigTree withEach(String option, Map<String, String> settings, String section) {
        ConfigTree changed = this;
        for (Map.Entry<String, Json> setting : settings(option, settings).entrySet()) {
            changed = changed.with(option, setting.getValue(), section, setting.getKey());
        }
        return changed;
    }

    /** The settings of a plug-in that an option gives; what looks like a number is one. */
    public static Map<String, Json> settings(String option, Map<String, String> given) {
        Place place = Place.named(option);
        Map<String, Json> settings = new LinkedHashMap<>();
        given.forEach((key, value) -> settings.put(
                key, NUMBER.matcher(value).matches() ? new JsonNumber(place, value) : new JsonText(place, value)));
        return settings;
    }

    /** The settings with this value of a key. */
    public ConfigTree with(String key, Json value) {
        return new ConfigTree(root.with(key, value), file, ofFile);
    }

    private static JsonObject object(Json value) {
        return value instanceof JsonText name
                ? new JsonObject(name.place(), Map.of(PluginConfig.NAME, name))
                : value.asObject();
    }

    /** A value that an option gave. */
    public static Json json(Place place, Object value) {
        if (value instanceof Json json) {
            return json;
        }
        if (value instanceof Collection<?> list) {
            return new JsonList(
                    place, list.stream().map(element -> json(place, element)).toList());
        }
        return value instanceof Number
                ? new JsonNumber(place, value.toString())
                : new JsonText(place, value.toString());
    }

    /** Whether the file has this key. */
    public boolean isOfFile(String key) {
        return ofFile.contains(key);
    }

    /** A section, empty if there is none. */
    JsonObject section(String key) {
        return root.find(key).map(Json::asObject).orElseGet(() -> new JsonObject(new Place("", key), Map.of()));
    }

    /** Refuses an option that says what layers there are beside a file that does too. */
    public void refuseBesideLayers(String option, Object value) {
        if (value != null && isOfFile(LAYERS)) {
            throw new IllegalArgumentException(option + " is not for a network whose layers stand in "
                    + file.orElseThrow() + "; change them there");
        }
    }

    /** A path that a value names: one in a file is looked for beside that file. */
    Path path(Json value) {
        Path named = value.place().orRefuse(() -> Path.of(value.asText()));
        return value.place().where().isEmpty() ? named : file.orElseThrow().resolveSibling(named);
    }

    static List<String> keys() {
        return List.of(DATA, INPUTS, LAYERS, COST, INITIALIZER, OPTIMIZER, SCHEDULE, CLIP, REGULARIZER, TRAINING);
    }
}
