package io.nabla.io;

import io.nabla.api.Kernels;
import io.nabla.api.LayerDescription;
import io.nabla.api.Plugins;
import io.nabla.api.Shape;
import io.nabla.core.Network;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonList;
import io.nabla.io.json.JsonNumber;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a network is made of, in words that a file can hold: the shape of its inputs, and each layer by its kind and settings.
 *
 * <pre>{@code
 * {"inputs": [1, 28, 28],
 *  "layers": [{"kind": "dense", "units": 30, "activation": "sigmoid"},
 *             {"kind": "dense", "units": 10, "activation": "softmax"}]}
 * }</pre>
 *
 * <p>No class is named: a kind is looked up among the plug-ins that are there.
 *
 * @param inputs the shape of one input
 * @param layers the layers, each an object with its {@code kind} and the settings of that kind
 */
public record NetworkDescription(Shape inputs, List<JsonObject> layers) {
    private static final String INPUTS = "inputs";
    private static final String LAYERS = "layers";
    private static final String KIND = "kind";

    /** Keeps its own copy of the layers. */
    public NetworkDescription {
        Objects.requireNonNull(inputs, INPUTS);
        layers = List.copyOf(layers);
    }

    /**
     * The description in an object that holds nothing else.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static NetworkDescription of(JsonObject json) {
        json.onlyKeys(INPUTS, LAYERS);
        return new NetworkDescription(shape(json.get(INPUTS)), layers(json.get(LAYERS)));
    }

    /**
     * A shape: a number, or a list of numbers.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Shape shape(Json json) {
        List<Json> dimensions = json instanceof JsonNumber ? List.of(json) : json.asList();
        return json.place()
                .orRefuse(() -> new Shape(dimensions.stream()
                        .map(dimension -> dimension.asInteger("at least 1", n -> n >= 1))
                        .toList()));
    }

    /**
     * A list of layers.
     *
     * @throws IllegalArgumentException if it is none, or empty, or a layer has no kind
     */
    public static List<JsonObject> layers(Json json) {
        List<JsonObject> layers = json.asList().stream().map(Json::asObject).toList();
        if (layers.isEmpty()) {
            throw json.place().refuse("is empty; a network needs at least one layer");
        }
        layers.forEach(NetworkDescription::kind);
        return layers;
    }

    /** The kind of a layer. */
    public static String kind(JsonObject layer) {
        return layer.get(KIND).asText();
    }

    /**
     * A layer to be.
     *
     * @throws IllegalArgumentException if there is no such kind, or it does not take these settings
     */
    public static LayerDescription layer(JsonObject layer, Plugins plugins) {
        return layer.place()
                .orRefuse(() -> plugins.layers()
                        .get(kind(layer))
                        .create(layer.without(KIND).settings(), plugins));
    }

    /**
     * The network, all its parameters zero.
     *
     * @throws IllegalArgumentException if a layer is not known, or does not take its settings or inputs
     */
    public Network buildZeroed(Plugins plugins, Kernels kernels) {
        Network.Builder builder = Network.builder(
                        inputs.dimensions().stream().mapToInt(n -> n).toArray())
                .kernels(kernels);
        layers.forEach(layer -> builder.layer(layer(layer, plugins)));
        return builder.buildZeroed();
    }

    /** The description as JSON. */
    public JsonObject json() {
        Place place = Place.named("network");
        List<Json> dimensions = new ArrayList<>();
        inputs.dimensions().forEach(n -> dimensions.add(JsonNumber.of(place, n)));
        Map<String, Json> members = new LinkedHashMap<>();
        members.put(INPUTS, new JsonList(place, dimensions));
        members.put(LAYERS, new JsonList(place, List.copyOf(layers)));
        return new JsonObject(place, members);
    }
}
