package io.nabla.examples.gradcheck;

import io.nabla.api.Activation;
import io.nabla.api.Cost;
import io.nabla.api.Initializer;
import io.nabla.api.LayerDescription;
import io.nabla.examples.cli.NetworkPlan;
import io.nabla.examples.config.NetworkConfig;
import io.nabla.examples.config.PluginConfig;
import io.nabla.io.json.JsonNumber;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.Place;
import io.nabla.layers.Dense;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Networks to be, from objects instead of names. */
final class Plans {
    private Plans() {}

    static NetworkPlan dense(
            List<Integer> sizes, Activation hidden, Activation output, Cost cost, Initializer initializer) {
        List<LayerDescription> layers = new ArrayList<>();
        for (int l = 1; l < sizes.size(); l++) {
            layers.add(new Dense(sizes.get(l), l < sizes.size() - 1 ? hidden : output));
        }
        Place place = Place.named("test");
        NetworkConfig config = new NetworkConfig(
                Optional.of(JsonNumber.of(place, sizes.get(0))),
                List.of(),
                named(place, cost.name()),
                named(place, initializer.name()));
        return new NetworkPlan(config, layers, cost, initializer);
    }

    private static PluginConfig named(Place place, String name) {
        return new PluginConfig(place, name, new JsonObject(place, Map.of()));
    }
}
