package io.nabla.schedules;

import io.nabla.api.Plugins;
import io.nabla.api.Schedule;
import io.nabla.api.ScheduleFactory;
import io.nabla.api.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes {@link LinearWarmUp} from the setting {@code epochs} and, where they are set, from {@code start} (otherwise 1/3) and {@code
 * then}, the name of the schedule behind it (otherwise {@code constant}).
 *
 * <p>What the schedule behind is set to stands here too, with {@code then-} in front.
 *
 * <pre>{@code
 * Schedule schedule = new LinearWarmUpFactory().create(Settings.of(Map.of("epochs", "5", "then", "cosine", "then-floor", "0.1")), plugins);
 * }</pre>
 */
public final class LinearWarmUpFactory implements ScheduleFactory {
    private static final String BEHIND = "then-";

    /** The factory. */
    public LinearWarmUpFactory() {}

    @Override
    public String name() {
        return LinearWarmUp.NAME;
    }

    @Override
    public Schedule create(Settings settings, Plugins plugins) {
        Map<String, String> behind = new TreeMap<>();
        List<String> known = new ArrayList<>(List.of("epochs", "start", "then"));
        for (String key : settings.keys()) {
            if (key.startsWith(BEHIND)) {
                behind.put(key.substring(BEHIND.length()), settings.text(key));
                known.add(key);
            }
        }
        settings.onlyKeys(known.toArray(String[]::new));
        Schedule then = plugins.schedules()
                .get(settings.text("then", ConstantPace.NAME))
                .create(Settings.of(behind), plugins);
        return new LinearWarmUp(settings.number("epochs"), settings.number("start", LinearWarmUp.START), then);
    }
}
