package io.nabla.layers;

import io.nabla.activations.Sigmoid;
import io.nabla.activations.Tanh;
import io.nabla.api.Activation;
import io.nabla.api.Catalog;
import io.nabla.api.LayerDescription;
import io.nabla.api.LayerFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;
import java.util.List;
import java.util.Map;

/** Layers made by their factories, with the factories of this package and two activations to be found by name. */
final class Made {
    static final Activation SIGMOID = new Sigmoid();

    static final Plugins PLUGINS = new Plugins(
            Catalog.of("activation", List.of(SIGMOID, new Tanh())),
            Catalog.of("cost", List.of()),
            Catalog.of("layer", List.of(new DenseFactory(), new DropoutFactory(), new BatchNormFactory())),
            Catalog.of("optimizer", List.of()),
            Catalog.of("schedule", List.of()),
            Catalog.of("clipping", List.of()),
            Catalog.of("regularizer", List.of()),
            Catalog.of("initializer", List.of()));

    private Made() {}

    static LayerDescription by(LayerFactory factory, Map<String, String> settings) {
        return factory.create(Settings.of(settings), PLUGINS);
    }
}
