package io.nabla.regularizers;

import io.nabla.api.Plugins;
import io.nabla.api.Regularizer;
import io.nabla.api.RegularizerFactory;
import io.nabla.api.Settings;

/**
 * Makes {@link L1} from the setting {@code lambda}, a finite number of at least 0.
 *
 * <pre>{@code
 * Regularizer l1 = new L1Factory().create(Settings.of(Map.of("lambda", "5.0")), plugins);
 * }</pre>
 */
public final class L1Factory implements RegularizerFactory {
    /** The factory. */
    public L1Factory() {}

    @Override
    public String name() {
        return L1.NAME;
    }

    @Override
    public Regularizer create(Settings settings, Plugins plugins) {
        settings.onlyKeys("lambda");
        return new L1(settings.number("lambda"));
    }
}
