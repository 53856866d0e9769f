package io.nabla.layers;

import io.nabla.api.LayerDescription;
import io.nabla.api.LayerFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes {@link Residual} from the list {@code layers}, each with its {@code kind} and the settings of that kind, and {@code
 * activation} (a name; the identity unless set).
 *
 * <pre>{@code
 * Settings dense = Settings.of(Map.of("kind", "dense", "units", "64", "activation", "relu"));
 * Settings settings = Settings.of(Map.of(), Map.of("layers", List.of(dense)));
 * LayerDescription residual = plugins.layers().get("residual").create(settings, plugins);
 * }</pre>
 */
public final class ResidualFactory implements LayerFactory {
    /** The factory. */
    public ResidualFactory() {}

    @Override
    public String name() {
        return Residual.KIND;
    }

    @Override
    public LayerDescription create(Settings settings, Plugins plugins) {
        settings.onlyKeys("layers", PassOn.SETTING);
        List<LayerDescription> layers = new ArrayList<>();
        for (Settings inner : settings.list("layers")) {
            layers.add(inner(inner, layers.size() + 1, plugins));
        }
        return new Residual(layers, PassOn.unlessSet(settings, plugins));
    }

    private static LayerDescription inner(Settings settings, int number, Plugins plugins) {
        try {
            return plugins.layers().get(settings.text("kind")).create(settings.without("kind"), plugins);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("inner layer " + number + ": " + e.getMessage(), e);
        }
    }
}
