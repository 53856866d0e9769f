package io.nabla.optimizers;

import io.nabla.api.Optimizer;
import io.nabla.api.OptimizerFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;

/**
 * Makes {@link Sgd} from the setting {@code learning-rate}, a finite number above 0.
 *
 * <pre>{@code
 * Optimizer sgd = new SgdFactory().create(Settings.of(Map.of("learning-rate", "3.0")), plugins);
 * }</pre>
 */
public final class SgdFactory implements OptimizerFactory {
    /** The factory. */
    public SgdFactory() {}

    @Override
    public String name() {
        return Sgd.NAME;
    }

    @Override
    public Optimizer create(Settings settings, Plugins plugins) {
        settings.onlyKeys("learning-rate");
        return new Sgd(settings.number("learning-rate"));
    }
}
