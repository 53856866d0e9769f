package io.nabla.optimizers;

import io.nabla.api.Optimizer;
import io.nabla.api.OptimizerFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;

/**
 * Makes {@link AdamW} from the setting {@code learning-rate}, a finite number above 0, and, where they are set, from
 * {@code beta1} (otherwise 0.9), {@code beta2} (0.999), {@code epsilon} (1e-8) and {@code weight-decay} (0.01).
 *
 * <pre>{@code
 * Optimizer adamW = new AdamWFactory().create(Settings.of(Map.of("learning-rate", "0.001")), plugins);
 * }</pre>
 */
public final class AdamWFactory implements OptimizerFactory {
    /** The factory. */
    public AdamWFactory() {}

    @Override
    public String name() {
        return AdamW.NAME;
    }

    @Override
    public Optimizer create(Settings settings, Plugins plugins) {
        settings.onlyKeys("learning-rate", "beta1", "beta2", "epsilon", "weight-decay");
        return new AdamW(
                settings.number("learning-rate"),
                settings.number("beta1", Adam.BETA_1),
                settings.number("beta2", Adam.BETA_2),
                settings.number("epsilon", Adam.EPSILON),
                settings.number("weight-decay", AdamW.WEIGHT_DECAY));
    }
}
