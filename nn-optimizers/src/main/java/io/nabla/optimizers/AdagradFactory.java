package io.nabla.optimizers;

import io.nabla.api.Optimizer;
import io.nabla.api.OptimizerFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;

/**
 * Makes {@link Adagrad} from the setting {@code learning-rate}, a finite number above 0, and, where it is set, from
 * {@code epsilon} (otherwise 1e-10).
 *
 * <pre>{@code
 * Optimizer adagrad = new AdagradFactory().create(Settings.of(Map.of("learning-rate", "0.01")), plugins);
 * }</pre>
 */
public final class AdagradFactory implements OptimizerFactory {
    /** The factory. */
    public AdagradFactory() {}

    @Override
    public String name() {
        return Adagrad.NAME;
    }

    @Override
    public Optimizer create(Settings settings, Plugins plugins) {
        settings.onlyKeys("learning-rate", "epsilon");
        return new Adagrad(settings.number("learning-rate"), settings.number("epsilon", Adagrad.EPSILON));
    }
}
