package io.nabla.layers;

import io.nabla.api.LayerDescription;
import io.nabla.api.LayerFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;

/**
 * Makes {@link AveragePool2d} layers from the setting {@code size}, and {@code stride} where it is not the size.
 *
 * <pre>{@code
 * LayerDescription layer = plugins.layers().get("average-pool2d").create(Settings.of(Map.of("size", "2")), plugins);
 * }</pre>
 */
public final class AveragePool2dFactory implements LayerFactory {
    /** The factory. */
    public AveragePool2dFactory() {}

    @Override
    public String name() {
        return AveragePool2d.KIND;
    }

    @Override
    public LayerDescription create(Settings settings, Plugins plugins) {
        settings.onlyKeys("size", "stride");
        int size = settings.integer("size");
        return new AveragePool2d(size, settings.integer("stride", size));
    }
}
