package io.nabla.api;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a user has set for one plug-in: numbers, words, other plug-ins and lists of settings by their keys, each checked as it is read.
 *
 * <pre>{@code
 * Settings settings = Settings.of(Map.of("learning-rate", "3.0"));
 * settings.number("learning-rate");   // 3.0
 * settings.onlyKeys("learning-rate");
 * }</pre>
 */
public final class Settings {
    /** The key of a plug-in's name. */
    public static final String NAME = "name";

    private final Map<String, String> values;
    private final Map<String, Settings> plugins;
    private final Map<String, List<Settings>> lists;

    private Settings(Map<String, String> values, Map<String, Settings> plugins, Map<String, List<Settings>> lists) {
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
        this.plugins = Collections.unmodifiableMap(new TreeMap<>(plugins));
        this.lists = new TreeMap<>();
        lists.forEach((key, list) -> this.lists.put(key, List.copyOf(list)));
    }

    /** These settings, by key. */
    public static Settings of(Map<String, String> values) {
        return new Settings(values, Map.of(), Map.of());
    }

    /**
     * These settings, by key, some of which are lists of settings, such as the layers in a layer.
     *
     * @throws IllegalArgumentException if a key is among both
     */
    public static Settings of(Map<String, String> values, Map<String, List<Settings>> lists) {
        return of(values, Map.of(), lists);
    }

    /**
     * These settings, by key, some of which are plug-ins with settings of their own, such as the activation of a layer, or lists of
     * settings, such as the layers in a layer.
     *
     * @throws IllegalArgumentException if a key is among two of them
     */
    public static Settings of(
            Map<String, String> values, Map<String, Settings> plugins, Map<String, List<Settings>> lists) {
        Settings settings = new Settings(values, plugins, lists);
        if (settings.keys().size() < values.size() + plugins.size() + lists.size()) {
            throw new IllegalArgumentException("a key has one value, but got the values " + values.keySet()
                    + ", the plug-ins " + plugins.keySet() + " and the lists " + lists.keySet());
        }
        return settings;
    }

    /** A plug-in that is asked for by its name alone. */
    public static Settings named(String name) {
        return of(Map.of(NAME, name));
    }

    /**
     * A plug-in that is asked for by its name, with settings.
     *
     * @throws IllegalArgumentException if one of them is another name
     */
    public static Settings named(String name, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(settings);
        if (all.put(NAME, name) != null) {
            throw new IllegalArgumentException("a plug-in has one name, but got '" + settings.get(NAME) + "' and '"
                    + name + "'; leave '" + NAME + "' out of the settings");
        }
        return of(all);
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
                        knownKeys.isEmpty()
                                ? "unknown setting '" + key + "'; there is none to set"
                                : "unknown setting '" + key + "'; have " + knownKeys + Spelling.hint(key, knownKeys));
            }
        }
    }

    /**
     * A word.
     *
     * @throws IllegalArgumentException if it is not set, or set to a list or a plug-in
     */
    public String text(String key) {
        if (lists.containsKey(key) || plugins.containsKey(key)) {
            throw new IllegalArgumentException(
                    "'" + key + "' is one value, but got " + (lists.containsKey(key) ? "a list" : "several settings"));
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
     * @throws IllegalArgumentException if it is set to a list or a plug-in
     */
    public String text(String key, String otherwise) {
        return keys().contains(key) ? text(key) : otherwise;
    }

    /** The name of the plug-in that is asked for. */
    public String name() {
        return text(NAME);
    }

    /**
     * Another plug-in that is asked for, such as the activation of a layer: by its name alone, or with settings. Either way its
     * {@code name} is among what is given.
     *
     * <pre>{@code
     * Activation activation = plugins.activation(settings.plugin("activation"));
     * }</pre>
     *
     * @throws IllegalArgumentException if it is not set, set to a list, or has no name
     */
    public Settings plugin(String key) {
        Settings plugin = plugins.get(key);
        if (plugin == null) {
            return named(text(key));
        }
        if (!plugin.keys().contains(NAME)) {
            throw new IllegalArgumentException(
                    "'" + key + "' needs a '" + NAME + "' beside its settings; have " + plugin.keys());
        }
        return plugin;
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
                    keys().contains(key)
                            ? "'" + key + "' is a list of settings, but got "
                                    + (plugins.containsKey(key) ? "one of them" : "'" + values.get(key) + "'")
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
        Map<String, Settings> fewerPlugins = new TreeMap<>(plugins);
        Map<String, List<Settings>> fewerLists = new TreeMap<>(lists);
        fewerValues.remove(key);
        fewerPlugins.remove(key);
        fewerLists.remove(key);
        return new Settings(fewerValues, fewerPlugins, fewerLists);
    }

    /** What is set, in the order of the alphabet. */
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>(values.keySet());
        keys.addAll(plugins.keySet());
        keys.addAll(lists.keySet());
        return keys;
    }
}
