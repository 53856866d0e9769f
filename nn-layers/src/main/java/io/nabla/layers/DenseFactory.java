package io.nabla.layers;

import io.nabla.api.LayerDescription;
import io.nabla.api.LayerFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;

/**
 * Makes {@link Dense} layers from the settings {@code units} (a whole number, at least 1) and {@code activation} (a
 * name).
 *
 * <pre>{@code
 * Settings settings = Settings.of(Map.of("units", "30", "activation", "sigmoid"));
 * LayerDescription hidden = plugins.layers().get("dense").create(settings, plugins);
 * }</pre>
 */
public final class DenseFactory implements LayerFactory {
    /** The factory. */
    public DenseFactory() {}

    @Override
    public String name() {
        return Dense.KIND;
    }

    @Override
    public LayerDescription create(Settings settings, Plugins plugins) {
        settings.onlyKeys("units", "activation");
        return new Dense(settings.integer("units"), plugins.activation(settings.plugin("activation")));
    }
}
