package io.nabla.layers;

import io.nabla.api.LayerDescription;
import io.nabla.api.LayerFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;

/**
 * Makes {@link Embedding} from the settings {@code vocabulary} and {@code size}, whole numbers of at least 1.
 *
 * <pre>{@code
 * Settings settings = Settings.of(Map.of("vocabulary", "10000", "size", "64"));
 * LayerDescription embedding = plugins.layers().get("embedding").create(settings, plugins);
 * }</pre>
 */
public final class EmbeddingFactory implements LayerFactory {
    /** The factory. */
    public EmbeddingFactory() {}

    @Override
    public String name() {
        return Embedding.KIND;
    }

    @Override
    public LayerDescription create(Settings settings, Plugins plugins) {
        settings.onlyKeys("vocabulary", "size");
        return new Embedding(settings.integer("vocabulary"), settings.integer("size"));
    }
}
