package io.nabla.schedules;

import io.nabla.api.Plugins;
import io.nabla.api.Schedule;
import io.nabla.api.ScheduleFactory;
import io.nabla.api.Settings;

/**
 * Makes {@link ConstantPace} without settings.
 *
 * <pre>{@code
 * Schedule schedule = new ConstantPaceFactory().create(Settings.of(Map.of()), plugins);
 * }</pre>
 */
public final class ConstantPaceFactory implements ScheduleFactory {
    /** The factory. */
    public ConstantPaceFactory() {}

    @Override
    public String name() {
        return ConstantPace.NAME;
    }

    @Override
    public Schedule create(Settings settings, Plugins plugins) {
        settings.onlyKeys();
        return new ConstantPace();
    }
}
