package io.nabla.examples.config;

import io.nabla.api.Precision;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonObject;
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
                Names.oneOf(Precision.values(), training.get("precision")),
                training.find("kernels"),
                training.get("threads").asInteger("1 to " + MAX_THREADS, n -> n >= 1 && n <= MAX_THREADS));
    }
}
