package io.nabla.optimizers;

import io.nabla.api.Optimizer;
import io.nabla.api.OptimizerFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;

/**
 * Makes {@link Adadelta}, where they are set, from {@code learning-rate} (otherwise 1), {@code rho} (0.9) and
 * {@code epsilon} (1e-6).
 *
 * <pre>{@code
 * Optimizer adadelta = new AdadeltaFactory().create(Settings.of(Map.of()), plugins);
 * }</pre>
 */
public final class AdadeltaFactory implements OptimizerFactory {
    /** The factory. */
    public AdadeltaFactory() {}

    @Override
    public String name() {
        return Adadelta.NAME;
    }

    @Override
    public Optimizer create(Settings settings, Plugins plugins) {
        settings.onlyKeys("learning-rate", "rho", "epsilon");
        return new Adadelta(
                settings.number("learning-rate", Adadelta.LEARNING_RATE),
                settings.number("rho", Adadelta.RHO),
                settings.number("epsilon", Adadelta.EPSILON));
    }
}
