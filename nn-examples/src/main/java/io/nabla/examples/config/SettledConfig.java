package io.nabla.examples.config;

import io.nabla.api.Shape;
import io.nabla.io.NetworkDescription;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonList;
import io.nabla.io.json.JsonNumber;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.JsonText;
import io.nabla.io.json.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a run that goes on: they are those with which it began, and what is said now must be the same.
 *
 * <p>Only what changes no bit may be said otherwise: the kernels, the threads, and where the data lies.
 */
public final class SettledConfig {
    private static final Set<String> FREE = Set.of(
            "training.kernels",
            "training.threads",
            "data." + ImageConfig.MNIST,
            "data." + ImageConfig.IMAGES,
            "data." + ImageConfig.TEST,
            "data." + TableConfig.CSV,
            "data." + TableConfig.TEST);

    private SettledConfig() {}

    /**
     * The settings with which a run began, and what may be said otherwise as it is said now.
     *
     * @param said options and a file over the defaults; the defaults count for nothing
     * @throws IllegalArgumentException if something else is said otherwise, telling both values
     */
    public static ConfigTree of(ConfigTree began, ConfigTree said) {
        said.root()
                .members()
                .forEach((key, value) -> check(key, value, began.root().find(key)));
        ConfigTree now = said.withWholePaths();
        ConfigTree config = began;
        for (String key : FREE) {
            int dot = key.indexOf('.');
            String section = key.substring(0, dot);
            String name = key.substring(dot + 1);
            Optional<Json> value = now.section(section).find(name).filter(v -> !ConfigTree.isUnsaid(v.place()));
            if (value.isPresent()) {
                config = config.with(section, config.section(section).with(name, value.get()));
            }
        }
        return config;
    }

    private static void check(String key, Json now, Optional<Json> then) {
        if (FREE.contains(key)) {
            return;
        }
        if (key.equals(ConfigTree.INPUTS)) {
            then.ifPresent(inputs -> checkInputs(now, inputs));
            return;
        }
        if (now instanceof JsonObject object) {
            Optional<JsonObject> other = then.map(SettledConfig::object);
            object.members().forEach((name, value) -> check(key + "." + name, value, other.flatMap(o -> o.find(name))));
        } else if (now instanceof JsonText name
                && then.filter(JsonObject.class::isInstance).isPresent()) {
            check(key, object(name), then);
        } else if (now instanceof JsonList list
                && then.filter(JsonList.class::isInstance).isPresent()) {
            check(key, list, then.get().asList());
        } else if (!ConfigTree.isUnsaid(now.place()) && !isSame(now, then)) {
            throw otherwise(key, now, then.map(Json::inWords).orElse("nothing of it"));
        }
    }

    private static void check(String key, JsonList now, List<Json> then) {
        List<Json> elements = now.elements();
        for (int i = 0; i < elements.size(); i++) {
            Optional<Json> other = i < then.size() ? Optional.of(then.get(i)) : Optional.empty();
            check(key + "[" + i + "]", elements.get(i), other);
        }
        if (elements.size() != then.size() && !ConfigTree.isUnsaid(now.place())) {
            throw otherwise(key, now, then.size() + " of them");
        }
    }

    /** {@code --sizes} tells how many inputs there are, but not their shape. */
    private static void checkInputs(Json now, Json then) {
        Shape began = NetworkDescription.shape(then);
        if (!ConfigTree.isUnsaid(now.place()) && NetworkDescription.shape(now).size() != began.size()) {
            throw otherwise(ConfigTree.INPUTS, now, began.toString());
        }
    }

    /** A plug-in's name alone is an object too. */
    private static JsonObject object(Json json) {
        return json instanceof JsonObject object
                ? object
                : new JsonObject(json.place(), Map.of(PluginConfig.NAME, json));
    }

    private static boolean isSame(Json now, Optional<Json> then) {
        if (then.isEmpty()) {
            return false;
        }
        if (now instanceof JsonNumber a && then.get() instanceof JsonNumber b) {
            return Double.parseDouble(a.digits()) == Double.parseDouble(b.digits());
        }
        return now.write().equals(then.get().write());
    }

    private static IllegalArgumentException otherwise(String key, Json now, String then) {
        Place place = now.place();
        String value = now instanceof JsonList list ? list.elements().size() + " of them" : now.inWords();
        String option = place.name().startsWith("--") ? " (" + place.name() + ")" : "";
        return new IllegalArgumentException(place.say(key + option + " is " + value
                + " but the run that is to go on began with " + then + "; leave it out, or begin another run"));
    }
}
