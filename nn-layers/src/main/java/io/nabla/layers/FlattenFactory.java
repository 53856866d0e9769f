package io.nabla.layers;

import io.nabla.api.LayerDescription;
import io.nabla.api.LayerFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;

/**
 * Makes {@link Flatten} layers, which have no settings.
 *
 * <pre>{@code
 * LayerDescription layer = plugins.layers().get("flatten").create(Settings.of(Map.of()), plugins);
 * }</pre>
 */
public final class FlattenFactory implements LayerFactory {
    /** The factory. */
    public FlattenFactory() {}

    @Override
    public String name() {
        return Flatten.KIND;
    }

    @Override
    public LayerDescription create(Settings settings, Plugins plugins) {
        settings.onlyKeys();
        return new Flatten();
    }
}
