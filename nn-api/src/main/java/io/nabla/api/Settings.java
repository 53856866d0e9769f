package io.nabla.api;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a user has set for one plug-in: numbers and words by their keys, each checked as it is read.
 *
 * <pre>{@code
 * Settings settings = Settings.of(Map.of("learning-rate", "3.0"));
 * settings.number("learning-rate");   // 3.0
 * settings.onlyKeys("learning-rate");
 * }</pre>
 */
public final class Settings {
    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** These settings, by key. */
    public static Settings of(Map<String, String> values) {
        return new Settings(values);
    }

    /**
     * Refuses keys that are not among the known ones.
     *
     * @throws IllegalArgumentException naming the unknown key and the known ones
     */
    public void onlyKeys(String... known) {
        Set<String> knownKeys = new TreeSet<>(Set.of(known));
        for (String key : values.keySet()) {
            if (!knownKeys.contains(key)) {
                throw new IllegalArgumentException("unknown setting '" + key + "'; have " + knownKeys);
            }
        }
    }

    /**
     * A word.
     *
     * @throws IllegalArgumentException if it is not set
     */
    public String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("'" + key + "' is not set; have " + values.keySet());
        }
        return value;
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
        return values.containsKey(key) ? number(key) : otherwise;
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
}
