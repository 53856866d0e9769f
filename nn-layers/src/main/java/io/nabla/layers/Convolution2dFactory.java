package io.nabla.layers;

import io.nabla.api.LayerDescription;
import io.nabla.api.LayerFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;

/**
 * Makes {@link Convolution2d} layers from the settings {@code filters}, {@code kernel}, {@code activation} (a name), and where they are not 1
 * and 0 {@code stride} and {@code padding}.
 *
 * <pre>{@code
 * Settings settings = Settings.of(Map.of("filters", "20", "kernel", "5", "activation", "relu"));
 * LayerDescription layer = plugins.layers().get("convolution2d").create(settings, plugins);
 * }</pre>
 */
public final class Convolution2dFactory implements LayerFactory {
    /** The factory. */
    public Convolution2dFactory() {}

    @Override
    public String name() {
        return Convolution2d.KIND;
    }

    @Override
    public LayerDescription create(Settings settings, Plugins plugins) {
        settings.onlyKeys("filters", "kernel", "stride", "padding", "activation");
        return new Convolution2d(
                settings.integer("filters"),
                settings.integer("kernel"),
                settings.integer("stride", 1),
                settings.integer("padding", 0),
                plugins.activation(settings.plugin("activation")));
    }
}
