package io.nabla.examples.config;

import io.nabla.io.NetworkDescription;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a network is to be made of.
 *
 * @param inputs the shape of its inputs; as the data has it if empty
 * @param layers each an object with its kind and settings
 * @param cost what it is to minimize
 * @param initializer how it starts
 */
public record NetworkConfig(
        Optional<Json> inputs, List<JsonObject> layers, PluginConfig cost, PluginConfig initializer) {
    /** Keeps its own copy of the layers. */
    public NetworkConfig {
        Objects.requireNonNull(inputs, "inputs");
        layers = List.copyOf(layers);
        Objects.requireNonNull(cost, "cost");
        Objects.requireNonNull(initializer, "initializer");
    }

    /** The network of a run. */
    public static NetworkConfig of(ConfigTree config) {
        JsonObject root = config.root();
        Optional<Json> inputs = root.find(ConfigTree.INPUTS);
        inputs.ifPresent(NetworkDescription::shape);
        return new NetworkConfig(
                inputs,
                NetworkDescription.layers(root.get(ConfigTree.LAYERS)),
                PluginConfig.of(root.get(ConfigTree.COST)),
                PluginConfig.of(root.get(ConfigTree.INITIALIZER)));
    }
}
