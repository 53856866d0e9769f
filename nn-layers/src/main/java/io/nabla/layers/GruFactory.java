package io.nabla.layers;

import io.nabla.api.LayerDescription;
import io.nabla.api.LayerFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;

/**
 * Makes {@link Gru} from the settings {@code units} (a whole number, at least 1) and {@code sequences} ({@code true} for the states of
 * all steps; {@code false}, the last state, unless set).
 *
 * <pre>{@code
 * LayerDescription gru = plugins.layers().get("gru").create(Settings.of(Map.of("units", "32")), plugins);
 * }</pre>
 */
public final class GruFactory implements LayerFactory {
    /** The factory. */
    public GruFactory() {}

    @Override
    public String name() {
        return Gru.KIND;
    }

    @Override
    public LayerDescription create(Settings settings, Plugins plugins) {
        settings.onlyKeys("units", "sequences");
        return new Gru(settings.integer("units"), settings.choice("sequences", false));
    }
}
