package io.nabla.regularizers;

import io.nabla.api.Plugins;
import io.nabla.api.Regularizer;
import io.nabla.api.RegularizerFactory;
import io.nabla.api.Settings;

/**
 * Makes {@link L2} from the setting {@code lambda}, a finite number of at least 0.
 *
 * <pre>{@code
 * Regularizer l2 = new L2Factory().create(Settings.of(Map.of("lambda", "5.0")), plugins);
 * }</pre>
 */
public final class L2Factory implements RegularizerFactory {
    /** The factory. */
    public L2Factory() {}

    @Override
    public String name() {
        return L2.NAME;
    }

    @Override
    public Regularizer create(Settings settings, Plugins plugins) {
        settings.onlyKeys("lambda");
        return new L2(settings.number("lambda"));
    }
}
