package io.nabla.regularizers;

import io.nabla.api.Plugins;
import io.nabla.api.Regularizer;
import io.nabla.api.RegularizerFactory;
import io.nabla.api.Settings;

/**
 * Makes {@link MaxNorm} from the setting {@code bound}, a finite number above 0.
 *
 * <pre>{@code
 * Regularizer maxNorm = new MaxNormFactory().create(Settings.of(Map.of("bound", "3.0")), plugins);
 * }</pre>
 */
public final class MaxNormFactory implements RegularizerFactory {
    /** The factory. */
    public MaxNormFactory() {}

    @Override
    public String name() {
        return MaxNorm.NAME;
    }

    @Override
    public Regularizer create(Settings settings, Plugins plugins) {
        settings.onlyKeys("bound");
        return new MaxNorm(settings.number("bound"));
    }
}
