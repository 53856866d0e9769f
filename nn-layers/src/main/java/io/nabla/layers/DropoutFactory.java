package io.nabla.layers;

import io.nabla.api.LayerDescription;
import io.nabla.api.LayerFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;

/**
 * Makes {@link Dropout} from the setting {@code rate}, a number of 0 or more and below 1.
 *
 * <pre>{@code
 * LayerDescription dropout = plugins.layers().get("dropout").create(Settings.of(Map.of("rate", "0.5")), plugins);
 * }</pre>
 */
public final class DropoutFactory implements LayerFactory {
    /** The factory. */
    public DropoutFactory() {}

    @Override
    public String name() {
        return Dropout.KIND;
    }

    @Override
    public LayerDescription create(Settings settings, Plugins plugins) {
        settings.onlyKeys("rate");
        return new Dropout(settings.number("rate"));
    }
}
