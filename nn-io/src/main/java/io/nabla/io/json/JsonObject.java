package io.nabla.io.json;

import io.nabla.api.Settings;
import io.nabla.api.Spelling;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An object in a JSON text: values by their keys, in the order in which they are written.
 *
 * <pre>{@code
 * object.onlyKeys("epochs", "mini-batch", "seed");
 * int epochs = object.get("epochs").asInteger("at least 1", n -> n >= 1);
 * }</pre>
 *
 * @param place where it stands
 * @param members what is in it
 */
public record JsonObject(Place place, Map<String, Json> members) implements Json {
    /** Keeps its own copy of the members. */
    public JsonObject {
        Objects.requireNonNull(place, "place");
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public String inWords() {
        return "an object";
    }

    @Override
    public JsonObject asObject() {
        return this;
    }

    /**
     * Refuses keys that are not among the known ones.
     *
     * @throws IllegalArgumentException naming the unknown key, its place, the known ones and the nearest of them
     */
    public void onlyKeys(String... known) {
        Set<String> knownKeys = new TreeSet<>(Set.of(known));
        members.forEach((key, value) -> {
            if (!knownKeys.contains(key)) {
                throw new IllegalArgumentException(value.place()
                        .say("unknown key '" + key + "'" + (place.name().isEmpty() ? "" : " in " + place.name())
                                + "; have " + knownKeys + Spelling.hint(key, knownKeys)));
            }
        });
    }

    /** The value of a key, if there is one. */
    public Optional<Json> find(String key) {
        return Optional.ofNullable(members.get(key));
    }

    /**
     * The value of a key.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Json get(String key) {
        return find(key).orElseThrow(() -> place.refuse("needs a value of '" + key + "'; have " + members.keySet()));
    }

    /** This object with another value of a key, in the old one's place or at the end. */
    public JsonObject with(String key, Json value) {
        Map<String, Json> changed = new LinkedHashMap<>(members);
        changed.put(key, value);
        return new JsonObject(place, changed);
    }

    /** This object without a key. */
    public JsonObject without(String key) {
        Map<String, Json> changed = new LinkedHashMap<>(members);
        changed.remove(key);
        return new JsonObject(place, changed);
    }

    /**
     * The members as the settings of a plug-in: numbers, texts and choices are values, objects are plug-ins, lists of
     * objects are lists of settings.
     * A list of numbers is a shape, {@code 1x28x28}.
     *
     * @throws IllegalArgumentException if one is anything else
     */
    public Settings settings() {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, Settings> plugins = new LinkedHashMap<>();
        Map<String, List<Settings>> lists = new LinkedHashMap<>();
        members.forEach((key, value) -> {
            if (value instanceof JsonList list && isShape(list)) {
                values.put(key, list.elements().stream().map(Json::inWords).collect(Collectors.joining("x")));
            } else if (value instanceof JsonList list) {
                lists.put(
                        key,
                        list.elements().stream()
                                .map(element -> element.asObject().settings())
                                .toList());
            } else if (value instanceof JsonObject object) {
                plugins.put(key, object.settings());
            } else {
                values.put(key, scalar(value));
            }
        });
        return Settings.of(values, plugins, lists);
    }

    private static boolean isShape(JsonList list) {
        return !list.elements().isEmpty() && list.elements().stream().allMatch(JsonNumber.class::isInstance);
    }

    private static String scalar(Json value) {
        if (value instanceof JsonNumber number) {
            return number.digits();
        }
        if (value instanceof JsonText text) {
            return text.text();
        }
        if (value instanceof JsonChoice choice) {
            return String.valueOf(choice.isTrue());
        }
        throw value.place()
                .refuse("is a number, a text, true or false, an object or a list of objects, but got "
                        + value.inWords());
    }
}
