package io.nabla.io;

import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.core.Network;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A layer that has parameters, also one within a layer.
 *
 * @param number its place: {@code 2}, or {@code 4.1} for the first layer in the fourth
 * @param kind such as {@code dense}
 * @param parameters its matrices by their names
 */
record LearningLayer(String number, String kind, Map<String, Matrix> parameters) {
    /** Those of a network, in their order. */
    static List<LearningLayer> of(NetworkDescription description, Network network) {
        List<LearningLayer> layers = new ArrayList<>();
        for (int l = 0; l < network.layers().size(); l++) {
            Parameters parameters = network.layers().get(l).parameters();
            add(description.layers().get(l), String.valueOf(l + 1), "", parameters, layers);
        }
        return layers;
    }

    private static void add(
            JsonObject json, String number, String prefix, Parameters parameters, List<LearningLayer> layers) {
        List<Json> inner = json.find("layers").map(Json::asList).orElse(List.of());
        for (int l = 1; l <= inner.size(); l++) {
            add(inner.get(l - 1).asObject(), number + "." + l, prefix + l + ".", parameters, layers);
        }
        Map<String, Matrix> own = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            if (inner.isEmpty() && parameter.name().startsWith(prefix)) {
                own.put(parameter.name().substring(prefix.length()), parameter.value());
            }
        }
        if (!own.isEmpty()) {
            layers.add(new LearningLayer(number, NetworkDescription.kind(json), own));
        }
    }

    /** What a message shows: {@code layer 2 (dense, weights 10×30)}. */
    @Override
    public String toString() {
        Map.Entry<String, Matrix> first = parameters.entrySet().iterator().next();
        return "layer " + number + " (" + kind + ", " + first.getKey() + " "
                + first.getValue().rows() + "×" + first.getValue().columns() + ")";
    }
}
