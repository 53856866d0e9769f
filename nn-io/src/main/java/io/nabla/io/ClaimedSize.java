package io.nabla.io;

import io.nabla.api.Layer;
import io.nabla.api.Shape;
import io.nabla.core.Network;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonList;
import io.nabla.io.json.JsonNumber;
import io.nabla.io.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * Whether the numbers that a file has for a layer can be as many as its settings claim, asked before the layer takes memory for them.
 *
 * <p>So a small file cannot ask for a large network. For a kind that is not known here, a layer has at least one number of its own
 * for each of its units or filters.
 */
final class ClaimedSize {
    /** The most inputs of a layer: an image of 4096 × 4096. */
    static final int MAX_INPUTS = 1 << 24;

    private ClaimedSize() {}

    /**
     * Refuses a network of which a layer gives more than any layer takes.
     *
     * @return how many examples may pass through it at once, so that a small file cannot ask for much memory: at least 1
     */
    static int mostExamples(Network network) {
        int widest = network.inputs().size();
        for (int l = 0; l < network.layers().size(); l++) {
            widest = Math.max(widest, network.layers().get(l).outputs().size());
            if (widest > MAX_INPUTS) {
                throw new IllegalArgumentException("layer " + (l + 1) + ", "
                        + network.layers().get(l).kind() + ", has " + widest + " inputs or outputs; at most "
                        + MAX_INPUTS + " are possible in a file");
            }
        }
        return MAX_INPUTS / widest;
    }

    /**
     * Refuses a layer that claims more.
     *
     * @param numbers how many the file has for it
     * @param build makes a layer whose claim was looked at already, for the shape that it gives
     */
    static void check(JsonObject layer, Shape inputs, long numbers, BiFunction<JsonObject, Shape, Layer> build) {
        if (inputs.size() > MAX_INPUTS) {
            throw new IllegalArgumentException(layer.place().name() + " takes " + inputs + " inputs; at most "
                    + MAX_INPUTS + " are possible in a file");
        }
        double least = least(layer, inputs);
        if (least > numbers) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s claims at least %.0f numbers, but the file has %d for it",
                    layer.place().name(),
                    least,
                    Math.max(0, numbers)));
        }
        layer.members().values().forEach(value -> {
            if (value instanceof JsonList list) {
                checkInner(list, inputs, numbers, build);
            }
        });
    }

    /** Layers within a layer, one behind the other, share its numbers. */
    private static void checkInner(
            JsonList layers, Shape inputs, long numbers, BiFunction<JsonObject, Shape, Layer> build) {
        Shape shape = inputs;
        long left = numbers;
        for (Json inner : layers.elements()) {
            if (inner instanceof JsonObject layer) {
                check(layer, shape, left, build);
                Layer built = build.apply(layer, shape);
                left -= built.parameters().count();
                shape = built.outputs();
            }
        }
    }

    /** The least number of numbers that such a layer has. */
    private static double least(JsonObject layer, Shape inputs) {
        List<Integer> dimensions = inputs.dimensions();
        double first = dimensions.get(0);
        double last = dimensions.get(dimensions.size() - 1);
        double channels = dimensions.size() == 3 ? first : 1;
        double kernel = number(layer, "kernel");
        double units = number(layer, "units");
        return switch (NetworkDescription.kind(layer)) {
            case "dense" -> units * inputs.size();
            case "gru" -> 3 * units * (units + last);
            case "embedding" -> number(layer, "vocabulary") * number(layer, "size");
            case "convolution2d" -> number(layer, "filters") * channels * kernel * kernel;
            case "batch-norm" -> 4 * first;
            case "layer-norm" -> 2 * last;
            default ->
                layer.find("units").or(() -> layer.find("filters")).isPresent()
                        ? Math.max(units, number(layer, "filters"))
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
