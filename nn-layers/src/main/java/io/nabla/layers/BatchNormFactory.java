package io.nabla.layers;

import io.nabla.api.LayerDescription;
import io.nabla.api.LayerFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;

/**
 * Makes {@link BatchNorm} from the settings {@code epsilon} (1e-5 unless set), {@code momentum} (0.1 unless set) and {@code
 * activation} (a name; the identity unless set).
 *
 * <pre>{@code
 * LayerDescription norm = plugins.layers().get("batch-norm").create(Settings.of(Map.of("activation", "relu")), plugins);
 * }</pre>
 */
public final class BatchNormFactory implements LayerFactory {
    /** The factory. */
    public BatchNormFactory() {}

    @Override
    public String name() {
        return BatchNorm.KIND;
    }

    @Override
    public LayerDescription create(Settings settings, Plugins plugins) {
        settings.onlyKeys("epsilon", "momentum", PassOn.SETTING);
        return new BatchNorm(
                settings.number("epsilon", BatchNorm.EPSILON),
                settings.number("momentum", BatchNorm.MOMENTUM),
                PassOn.unlessSet(settings, plugins));
    }
}
