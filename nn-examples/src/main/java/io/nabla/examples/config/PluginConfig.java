package io.nabla.examples.config;

import io.nabla.api.Catalog;
import io.nabla.api.Factory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.JsonText;
import io.nabla.io.json.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A plug-in that is asked for: by its name alone, {@code "adam"}, or with settings, {@code {"name": "adam", "learning-rate": 0.001}}.
 *
 * @param place where it stands
 * @param name what is looked up
 * @param settings the others
 */
public record PluginConfig(Place place, String name, JsonObject settings) {
    /** The key of the name. */
    public static final String NAME = "name";

    /** Checks that nothing is missing. */
    public PluginConfig {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(name, NAME);
        Objects.requireNonNull(settings, "settings");
    }

    /** The plug-in that a name or an object with a name asks for. */
    public static PluginConfig of(Json json) {
        if (json instanceof JsonText name) {
            return new PluginConfig(json.place(), name.text(), new JsonObject(json.place(), Map.of()));
        }
        JsonObject object = json.asObject();
        return new PluginConfig(json.place(), object.get(NAME).asText(), object.without(NAME));
    }

    /**
     * What a registry has for this name and these settings.
     *
     * <pre>{@code
     * Cost cost = config.cost().from(plugins::cost);
     * }</pre>
     *
     * @throws IllegalArgumentException if it has none, or it refuses the settings
     */
    public <T> T from(Function<Settings, T> registry) {
        return place.orRefuse(() -> registry.apply(json().settings()));
    }

    /** The name and the settings. */
    public JsonObject json() {
        Map<String, Json> all = new LinkedHashMap<>();
        all.put(NAME, new JsonText(place, name));
        all.putAll(settings.members());
        return new JsonObject(place, all);
    }

    /** The name and the settings in words: {@code sgd (learning-rate 3.0)}. */
    public String inWords() {
        String words = settings.members().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().inWords().replace("\"", ""))
                .collect(Collectors.joining(", "));
        return name + (words.isEmpty() ? "" : " (" + words + ")");
    }

    /**
     * What the factory of this name makes of the settings.
     *
     * @throws IllegalArgumentException if there is none, or it refuses them
     */
    public <T> T made(Catalog<? extends Factory<T>> factories, Plugins plugins) {
        return from(asked -> plugins.made(factories, asked));
    }
}
