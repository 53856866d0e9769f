package io.nabla.examples.config;

import io.nabla.api.Precision;
import io.nabla.api.Spelling;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How numbers are stored and multiplied.
 *
 * @param precision of every number
 * @param kernels the name of the kernels; the fastest that can run if there is none
 * @param threads how many share large operations
 */
public record ArithmeticConfig(Precision precision, Optional<Json> kernels, int threads) {
    private static final int MAX_THREADS = 256;

    /** Checks that nothing is missing. */
    public ArithmeticConfig {
        Objects.requireNonNull(precision, "precision");
        Objects.requireNonNull(kernels, "kernels");
    }

    /** The arithmetic of a run. */
    public static ArithmeticConfig of(ConfigTree config) {
        JsonObject training = config.section(ConfigTree.TRAINING);
        return new ArithmeticConfig(
                precision(training.get("precision")),
                training.find("kernels"),
                training.get("threads").asInteger("1 to " + MAX_THREADS, n -> n >= 1 && n <= MAX_THREADS));
    }

    private static Precision precision(Json json) {
        return oneOf(Precision.values(), json);
    }

    /** The one of these values that is named. */
    static <E> E oneOf(E[] values, Json json) {
        String name = json.asText();
        for (E value : values) {
            if (value.toString().equals(name)) {
                return value;
            }
        }
        List<String> names = Arrays.stream(values).map(Object::toString).toList();
        throw json.place().refuse("is one of " + names + ", but got " + json.inWords() + Spelling.hint(name, names));
    }
}
