package io.nabla.regularizers;

import io.nabla.api.Plugins;
import io.nabla.api.Regularizer;
import io.nabla.api.RegularizerFactory;
import io.nabla.api.Settings;

/**
 * Makes {@link ElasticNet} from the setting {@code lambda}, a finite number of at least 0, and, where it is set, from
 * {@code l1-ratio} (otherwise 0.5).
 *
 * <pre>{@code
 * Regularizer both = new ElasticNetFactory().create(Settings.of(Map.of("lambda", "5.0")), plugins);
 * }</pre>
 */
public final class ElasticNetFactory implements RegularizerFactory {
    /** The factory. */
    public ElasticNetFactory() {}

    @Override
    public String name() {
        return ElasticNet.NAME;
    }

    @Override
    public Regularizer create(Settings settings, Plugins plugins) {
        settings.onlyKeys("lambda", "l1-ratio");
        return new ElasticNet(settings.number("lambda"), settings.number("l1-ratio", ElasticNet.L1_RATIO));
    }
}
