package io.nabla.examples.config;

import io.nabla.api.Catalog;
import io.nabla.api.Factory;
import io.nabla.api.Named;
import io.nabla.api.Plugins;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.JsonText;
import io.nabla.io.json.Place;
import java.util.Map;
import java.util.Objects;

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

    static PluginConfig of(Json json) {
        if (json instanceof JsonText name) {
            return new PluginConfig(json.place(), name.text(), new JsonObject(json.place(), Map.of()));
        }
        JsonObject object = json.asObject();
        return new PluginConfig(json.place(), object.get(NAME).asText(), object.without(NAME));
    }

    /**
     * The plug-in of this name, where such plug-ins have no settings.
     *
     * @throws IllegalArgumentException if there is none, or settings are given
     */
    public <T extends Named> T from(Catalog<T> catalog) {
        return place.orRefuse(() -> {
            T plugin = catalog.get(name);
            settings.onlyKeys();
            return plugin;
        });
    }

    /**
     * What the factory of this name makes of the settings.
     *
     * @throws IllegalArgumentException if there is none, or it refuses them
     */
    public <T> T made(Catalog<? extends Factory<T>> factories, Plugins plugins) {
        return place.orRefuse(() -> factories.get(name).create(settings.settings(), plugins));
    }
}
