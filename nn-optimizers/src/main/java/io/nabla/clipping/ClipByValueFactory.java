package io.nabla.clipping;

import io.nabla.api.Clipping;
import io.nabla.api.ClippingFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;

/**
 * Makes {@link ClipByValue} from the setting {@code bound}, a finite number above 0.
 *
 * <pre>{@code
 * Clipping clipping = new ClipByValueFactory().create(Settings.of(Map.of("bound", "0.5")), plugins);
 * }</pre>
 */
public final class ClipByValueFactory implements ClippingFactory {
    /** The factory. */
    public ClipByValueFactory() {}

    @Override
    public String name() {
        return ClipByValue.NAME;
    }

    @Override
    public Clipping create(Settings settings, Plugins plugins) {
        settings.onlyKeys("bound");
        return new ClipByValue(settings.number("bound"));
    }
}
