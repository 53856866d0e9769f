package io.nabla.clipping;

import io.nabla.api.Clipping;
import io.nabla.api.ClippingFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;

/**
 * Makes {@link ClipByNorm} from the setting {@code bound}, a finite number above 0.
 *
 * <pre>{@code
 * Clipping clipping = new ClipByNormFactory().create(Settings.of(Map.of("bound", "1.0")), plugins);
 * }</pre>
 */
public final class ClipByNormFactory implements ClippingFactory {
    /** The factory. */
    public ClipByNormFactory() {}

    @Override
    public String name() {
        return ClipByNorm.NAME;
    }

    @Override
    public Clipping create(Settings settings, Plugins plugins) {
        settings.onlyKeys("bound");
        return new ClipByNorm(settings.number("bound"));
    }
}
