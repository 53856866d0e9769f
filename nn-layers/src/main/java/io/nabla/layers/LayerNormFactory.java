package io.nabla.layers;

import io.nabla.api.LayerDescription;
import io.nabla.api.LayerFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;

/**
 * Makes {@link LayerNorm} from the settings {@code epsilon} (1e-5 unless set) and {@code activation} (a name; the identity unless
 * set).
 *
 * <pre>{@code
 * LayerDescription norm = plugins.layers().get("layer-norm").create(Settings.of(Map.of()), plugins);
 * }</pre>
 */
public final class LayerNormFactory implements LayerFactory {
    /** The factory. */
    public LayerNormFactory() {}

    @Override
    public String name() {
        return LayerNorm.KIND;
    }

    @Override
    public LayerDescription create(Settings settings, Plugins plugins) {
        settings.onlyKeys("epsilon", PassOn.SETTING);
        return new LayerNorm(settings.number("epsilon", LayerNorm.EPSILON), PassOn.unlessSet(settings, plugins));
    }
}
