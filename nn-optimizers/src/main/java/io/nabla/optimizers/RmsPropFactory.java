package io.nabla.optimizers;

import io.nabla.api.Optimizer;
import io.nabla.api.OptimizerFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;

/**
 * Makes {@link RmsProp} from the setting {@code learning-rate}, a finite number above 0, and, where they are set, from
 * {@code alpha} (otherwise 0.99) and {@code epsilon} (1e-8).
 *
 * <pre>{@code
 * Optimizer rmsProp = new RmsPropFactory().create(Settings.of(Map.of("learning-rate", "0.01")), plugins);
 * }</pre>
 */
public final class RmsPropFactory implements OptimizerFactory {
    /** The factory. */
    public RmsPropFactory() {}

    @Override
    public String name() {
        return RmsProp.NAME;
    }

    @Override
    public Optimizer create(Settings settings, Plugins plugins) {
        settings.onlyKeys("learning-rate", "alpha", "epsilon");
        return new RmsProp(
                settings.number("learning-rate"),
                settings.number("alpha", RmsProp.ALPHA),
                settings.number("epsilon", RmsProp.EPSILON));
    }
}
