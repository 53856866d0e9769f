package io.nabla.schedules;

import io.nabla.api.Evaluation;
import io.nabla.api.Plugins;
import io.nabla.api.Schedule;
import io.nabla.api.ScheduleFactory;
import io.nabla.api.Settings;
import java.util.function.ToDoubleFunction;

/**
 * Makes {@link ReduceOnPlateau} from the setting {@code dataset}, the name of a monitored data set, and, where they are set, from {@code
 * metric} (otherwise the cost), {@code goal}, which is {@code least} (otherwise so for the cost) or {@code greatest}
 * (otherwise so for a metric), {@code factor} (0.1), {@code patience} (10), {@code least-gain} (0) and {@code floor} (0).
 *
 * <pre>{@code
 * Schedule schedule = new ReduceOnPlateauFactory().create(Settings.of(Map.of("dataset", "validation")), plugins);
 * }</pre>
 */
public final class ReduceOnPlateauFactory implements ScheduleFactory {
    /** The factory. */
    public ReduceOnPlateauFactory() {}

    @Override
    public String name() {
        return ReduceOnPlateau.NAME;
    }

    @Override
    public Schedule create(Settings settings, Plugins plugins) {
        settings.onlyKeys("dataset", "metric", "goal", "factor", "patience", "least-gain", "floor");
        return new ReduceOnPlateau(
                settings.text("dataset"),
                loss(settings),
                settings.number("factor", ReduceOnPlateau.FACTOR),
                settings.integer("patience", ReduceOnPlateau.PATIENCE),
                settings.number("least-gain", 0),
                settings.number("floor", 0));
    }

    private static ToDoubleFunction<Evaluation> loss(Settings settings) {
        boolean isCost = !settings.keys().contains("metric");
        String goal = settings.text("goal", isCost ? "least" : "greatest");
        if (!goal.equals("least") && !goal.equals("greatest")) {
            throw new IllegalArgumentException("'goal' is least or greatest, but got '" + goal + "'");
        }
        double sign = goal.equals("least") ? 1 : -1;
        if (isCost) {
            return evaluation -> sign * evaluation.cost();
        }
        String metric = settings.text("metric");
        return evaluation -> sign * evaluation.mean(metric);
    }
}
