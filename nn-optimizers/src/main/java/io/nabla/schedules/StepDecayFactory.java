package io.nabla.schedules;

import io.nabla.api.Plugins;
import io.nabla.api.Schedule;
import io.nabla.api.ScheduleFactory;
import io.nabla.api.Settings;

/**
 * Makes {@link StepDecay} from the setting {@code every}, a number of epochs, and, where it is set, from {@code factor} (otherwise
 * 0.1).
 *
 * <pre>{@code
 * Schedule schedule = new StepDecayFactory().create(Settings.of(Map.of("every", "30")), plugins);
 * }</pre>
 */
public final class StepDecayFactory implements ScheduleFactory {
    /** The factory. */
    public StepDecayFactory() {}

    @Override
    public String name() {
        return StepDecay.NAME;
    }

    @Override
    public Schedule create(Settings settings, Plugins plugins) {
        settings.onlyKeys("every", "factor");
        return new StepDecay(settings.integer("every"), settings.number("factor", StepDecay.FACTOR));
    }
}
