package io.nabla.schedules;

import io.nabla.api.Plugins;
import io.nabla.api.Schedule;
import io.nabla.api.ScheduleFactory;
import io.nabla.api.Settings;

/**
 * Makes {@link CosineDecay} from {@code floor}, where it is set (otherwise 0).
 *
 * <pre>{@code
 * Schedule schedule = new CosineDecayFactory().create(Settings.of(Map.of("floor", "0.1")), plugins);
 * }</pre>
 */
public final class CosineDecayFactory implements ScheduleFactory {
    /** The factory. */
    public CosineDecayFactory() {}

    @Override
    public String name() {
        return CosineDecay.NAME;
    }

    @Override
    public Schedule create(Settings settings, Plugins plugins) {
        settings.onlyKeys("floor");
        return new CosineDecay(settings.number("floor", CosineDecay.FLOOR));
    }
}
