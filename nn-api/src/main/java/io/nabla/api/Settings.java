package io.nabla.api;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a user has set for one plug-in: numbers, words and lists of further settings by their keys, each checked as it is read.
 *
 * <pre>{@code
 * Settings settings = Settings.of(Map.of("learning-rate", "3.0"));
 * settings.number("learning-rate");   // 3.0
 * settings.onlyKeys("learning-rate");
 * }</pre>
 */
public final class Settings {
    private final Map<String, String> values;
    private final Map<String, List<Settings>> lists;

    private Settings(Map<String, String> values, Map<String, List<Settings>> lists) {
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
        this.lists = new TreeMap<>();
        lists.forEach((key, list) -> this.lists.put(key, List.copyOf(list)));
    }

    /** These settings, by key. */
    public static Settings of(Map<String, String> values) {
        return new Settings(values, Map.of());
    }

    /**
     * These settings, by key, some of which are lists of settings, such as the layers in a layer.
     *
     * @throws IllegalArgumentException if a key is among both
     */
    public static Settings of(Map<String, String> values, Map<String, List<Settings>> lists) {
        for (String key : lists.keySet()) {
            if (values.containsKey(key)) {
                throw new IllegalArgumentException("'" + key + "' is set both to a value and to a list");
            }
        }
        return new Settings(values, lists);
    }

    /**
     * Refuses keys that are not among the known ones.
     *
     * @throws IllegalArgumentException naming the unknown key, the known ones and the nearest of them
     */
    public void onlyKeys(String... known) {
        Set<String> knownKeys = new TreeSet<>(Set.of(known));
        for (String key : keys()) {
            if (!knownKeys.contains(key)) {
                throw new IllegalArgumentException(
                        "unknown setting '" + key + "'; have " + knownKeys + Spelling.hint(key, knownKeys));
            }
        }
    }

    /**
     * A word.
     *
     * @throws IllegalArgumentException if it is not set, or set to a list
     */
    public String text(String key) {
        if (lists.containsKey(key)) {
            throw new IllegalArgumentException("'" + key + "' is one value, but got a list");
        }
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("'" + key + "' is not set; have " + keys());
        }
        return value;
    }

    /**
     * A word that need not be set.
     *
     * @param otherwise what it is where it is not set
     * @throws IllegalArgumentException if it is set to a list
     */
    public String text(String key, String otherwise) {
        return keys().contains(key) ? text(key) : otherwise;
    }

    /**
     * A list of further settings, such as those of the layers in a layer.
     *
     * @throws IllegalArgumentException if it is not set, or not to a list
     */
    public List<Settings> list(String key) {
        List<Settings> list = lists.get(key);
        if (list == null) {
            throw new IllegalArgumentException(
                    values.containsKey(key)
                            ? "'" + key + "' is a list of settings, but got '" + values.get(key) + "'"
                            : "'" + key + "' is not set; have " + keys());
        }
        return list;
    }

    /**
     * A finite number.
     *
     * @throws IllegalArgumentException if it is not set or no finite number
     */
    public double number(String key) {
        String value = text(key);
        double number;
        try {
            number = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + key + "' is a number, but got '" + value + "'", e);
        }
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("'" + key + "' is a finite number, but got " + value);
        }
        return number;
    }

    /**
     * A finite number that need not be set.
     *
     * @param otherwise what it is where it is not set
     * @throws IllegalArgumentException if it is set and no finite number
     */
    public double number(String key, double otherwise) {
        return keys().contains(key) ? number(key) : otherwise;
    }

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException if it is not set or no whole number
     */
    public int integer(String key) {
        String value = text(key);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + key + "' is a whole number, but got '" + value + "'", e);
        }
    }

    /**
     * A whole number that need not be set.
     *
     * @param otherwise what it is where it is not set
     * @throws IllegalArgumentException if it is set and no whole number
     */
    public int integer(String key, int otherwise) {
        return keys().contains(key) ? integer(key) : otherwise;
    }

    /**
     * A choice, {@code true} or {@code false}, that need not be set.
     *
     * @param otherwise what it is where it is not set
     * @throws IllegalArgumentException if it is set to anything else
     */
    public boolean choice(String key, boolean otherwise) {
        String value = text(key, String.valueOf(otherwise));
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException("'" + key + "' is true or false, but got '" + value + "'");
        }
        return value.equals("true");
    }

    /** These settings but for one key, such as the kind of a layer, which decides who is to read the others. */
    public Settings without(String key) {
        Map<String, String> fewerValues = new TreeMap<>(values);
        Map<String, List<Settings>> fewerLists = new TreeMap<>(lists);
        fewerValues.remove(key);
        fewerLists.remove(key);
        return new Settings(fewerValues, fewerLists);
    }

    /** What is set, in the order of the alphabet. */
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>(values.keySet());
        keys.addAll(lists.keySet());
        return keys;
    }
}
