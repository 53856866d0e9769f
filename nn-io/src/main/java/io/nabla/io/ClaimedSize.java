package io.nabla.io;

import io.nabla.api.Shape;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonList;
import io.nabla.io.json.JsonNumber;
import io.nabla.io.json.JsonObject;
import java.util.Locale;

/**
 * Whether the numbers that a file has for a layer can be as many as its settings claim, asked before the layer takes memory for them.
 *
 * <p>So a small file cannot ask for a large network. For a kind that is not known here, a layer has at least one number of its own
 * for each of its units or filters.
 */
final class ClaimedSize {
    /** The most inputs of a layer: an image of 4096 × 4096. */
    private static final int MAX_INPUTS = 1 << 24;

    private ClaimedSize() {}

    static void check(JsonObject layer, Shape inputs, long numbers) {
        if (inputs.size() > MAX_INPUTS) {
            throw new IllegalArgumentException(layer.place().name() + " takes " + inputs + " inputs; at most "
                    + MAX_INPUTS + " are possible in a file");
        }
        check(layer, inputs.size(), numbers);
    }

    /** Inputs are 1 where they are not known, as in the midst of a layer of layers. */
    private static void check(JsonObject layer, double inputs, long numbers) {
        double least = least(layer, inputs);
        if (least > numbers) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s claims at least %.0f numbers, but the file has %d for it",
                    layer.place().name(),
                    least,
                    numbers));
        }
        layer.members().values().forEach(value -> {
            if (value instanceof JsonList list) {
                checkInner(list, inputs, numbers);
            }
        });
    }

    private static void checkInner(JsonList layers, double inputs, long numbers) {
        double innerInputs = inputs;
        for (Json inner : layers.elements()) {
            if (inner instanceof JsonObject layer) {
                check(layer, innerInputs, numbers);
                innerInputs = NetworkDescription.kind(layer).equals("dense") ? number(layer, "units") : 1;
            }
        }
    }

    /** The least number of numbers that such a layer has. */
    private static double least(JsonObject layer, double inputs) {
        double kernel = number(layer, "kernel");
        return switch (NetworkDescription.kind(layer)) {
            case "dense" -> number(layer, "units") * inputs;
            case "gru" -> number(layer, "units") * number(layer, "units");
            case "embedding" -> number(layer, "vocabulary") * number(layer, "size");
            case "convolution2d" -> number(layer, "filters") * kernel * kernel; // of one channel at least
            default ->
                layer.find("units").or(() -> layer.find("filters")).isPresent()
                        ? Math.max(number(layer, "units"), number(layer, "filters"))
                        : 0;
        };
    }

    /** A setting, 1 if it is none: then the layer itself will complain. */
    private static double number(JsonObject layer, String key) {
        return layer.find(key)
                .filter(JsonNumber.class::isInstance)
                .map(value -> value.asNumber("a number", x -> true))
                .orElse(1.0);
    }
}
