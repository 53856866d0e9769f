package io.nabla.io;

import io.nabla.api.Precision;
import io.nabla.io.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What must be known of a trained network to use it, beside its numbers.
 *
 * @param network what it is made of
 * @param precision of its numbers
 * @param cost the cost that it was trained with, by its name and settings: {@code {"name": "huber", "delta": 2.0}}
 * @param preprocessing how what a user has becomes inputs, in the words of whoever trained it: {@code {"kind": "pixels", "divisor": 256}}
 * @param classes the names of its outputs; empty if they are numbers
 * @param provenance where it comes from: the version, the seed, whatever is worth to be known
 */
public record ModelDescription(
        NetworkDescription network,
        Precision precision,
        JsonObject cost,
        JsonObject preprocessing,
        List<String> classes,
        Map<String, String> provenance) {
    /**
     * Keeps its own copies of the classes and of the provenance.
     *
     * @throws IllegalArgumentException if the cost has no name
     */
    public ModelDescription {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(precision, "precision");
        Objects.requireNonNull(cost.settings().name(), "cost");
        Objects.requireNonNull(preprocessing, "preprocessing");
        classes = List.copyOf(classes);
        provenance = Map.copyOf(provenance);
    }

    /** This description with more in its provenance; what it says already stays. */
    ModelDescription withProvenance(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(more);
        all.putAll(provenance);
        return new ModelDescription(network, precision, cost, preprocessing, classes, all);
    }
}
