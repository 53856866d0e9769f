package io.nabla.io;

import io.nabla.api.Shape;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonList;
import io.nabla.io.json.JsonNumber;
import io.nabla.io.json.JsonObject;
import java.util.List;

/**
 * Whether the numbers that a file has for a layer can be as many as its settings claim, asked before the layer takes memory for them.
 *
 * <p>A layer has at least one number of its own for each unit or filter, and a dense layer one for each input of each unit. So a
 * small file cannot ask for a large network.
 */
final class ClaimedSize {
    private static final List<String> SIZES = List.of("units", "filters", "kernel");

    private ClaimedSize() {}

    static void check(JsonObject layer, Shape inputs, long numbers) {
        checkSettings(layer, numbers);
        if (NetworkDescription.kind(layer).equals("dense")
                && layer.find("units").isPresent()) {
            long units = layer.get("units").asInteger("at least 1", n -> n >= 1);
            if (units * inputs.size() > numbers) {
                throw tooFew(layer, units + " units of " + inputs.size() + " inputs", numbers);
            }
        }
    }

    private static void checkSettings(JsonObject layer, long numbers) {
        for (String key : SIZES) {
            Json size = layer.find(key).orElse(null);
            if (size instanceof JsonNumber && size.asInteger("a size", n -> true) > numbers) {
                throw tooFew(layer, size.inWords() + " " + key, numbers);
            }
        }
        for (Json value : layer.members().values()) {
            if (value instanceof JsonList list) {
                list.elements().stream()
                        .filter(JsonObject.class::isInstance)
                        .forEach(inner -> checkSettings(inner.asObject(), numbers));
            }
        }
    }

    private static IllegalArgumentException tooFew(JsonObject layer, String claim, long numbers) {
        return new IllegalArgumentException(
                layer.place().name() + " claims " + claim + ", but the file has " + numbers + " numbers for it");
    }
}
