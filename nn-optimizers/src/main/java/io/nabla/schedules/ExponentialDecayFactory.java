package io.nabla.schedules;

import io.nabla.api.Plugins;
import io.nabla.api.Schedule;
import io.nabla.api.ScheduleFactory;
import io.nabla.api.Settings;

/**
 * Makes {@link ExponentialDecay} from the setting {@code factor}, above 0 and at most 1.
 *
 * <pre>{@code
 * Schedule schedule = new ExponentialDecayFactory().create(Settings.of(Map.of("factor", "0.95")), plugins);
 * }</pre>
 */
public final class ExponentialDecayFactory implements ScheduleFactory {
    /** The factory. */
    public ExponentialDecayFactory() {}

    @Override
    public String name() {
        return ExponentialDecay.NAME;
    }

    @Override
    public Schedule create(Settings settings, Plugins plugins) {
        settings.onlyKeys("factor");
        return new ExponentialDecay(settings.number("factor"));
    }
}
