package io.nabla.schedules;

import io.nabla.api.Plugins;
import io.nabla.api.Schedule;
import io.nabla.api.ScheduleFactory;
import io.nabla.api.Settings;

/**
 * Makes {@link OneCycle} from {@code up-share} (otherwise 0.3), {@code start-divisor} (25) and {@code end-divisor} (10,000), where
 * they are set.
 *
 * <pre>{@code
 * Schedule schedule = new OneCycleFactory().create(Settings.of(Map.of()), plugins);
 * }</pre>
 */
public final class OneCycleFactory implements ScheduleFactory {
    /** The factory. */
    public OneCycleFactory() {}

    @Override
    public String name() {
        return OneCycle.NAME;
    }

    @Override
    public Schedule create(Settings settings, Plugins plugins) {
        settings.onlyKeys("up-share", "start-divisor", "end-divisor");
        return new OneCycle(
                settings.number("up-share", OneCycle.UP_SHARE),
                settings.number("start-divisor", OneCycle.START_DIVISOR),
                settings.number("end-divisor", OneCycle.END_DIVISOR));
    }
}
