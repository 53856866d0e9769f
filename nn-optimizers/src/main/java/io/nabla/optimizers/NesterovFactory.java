package io.nabla.optimizers;

import io.nabla.api.Optimizer;
import io.nabla.api.OptimizerFactory;
import io.nabla.api.Plugins;
import io.nabla.api.Settings;

/**
 * Makes {@link Nesterov} from the setting {@code learning-rate}, a finite number above 0, and, where it is set, from
 * {@code momentum} (otherwise 0.9).
 *
 * <pre>{@code
 * Optimizer nesterov = new NesterovFactory().create(Settings.of(Map.of("learning-rate", "0.1")), plugins);
 * }</pre>
 */
public final class NesterovFactory implements OptimizerFactory {
    /** The factory. */
    public NesterovFactory() {}

    @Override
    public String name() {
        return Nesterov.NAME;
    }

    @Override
    public Optimizer create(Settings settings, Plugins plugins) {
        settings.onlyKeys("learning-rate", "momentum");
        return new Nesterov(settings.number("learning-rate"), settings.number("momentum", Nesterov.MOMENTUM));
    }
}
