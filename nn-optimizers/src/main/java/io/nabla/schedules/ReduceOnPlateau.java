package io.nabla.schedules;

import io.nabla.api.EpochCompleted;
import io.nabla.api.Evaluation;
import io.nabla.api.Schedule;
import io.nabla.api.State;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Multiplies the learning rate by a factor once a monitored data set has shown no gain for some epochs.
 *
 * <p>A gain is a loss below the least so far. After so many epochs without one in a row the pace shrinks, and counting begins
 * anew; the least loss stays what it was.
 *
 * <pre>{@code
 * trainer.monitor("validation", validation)
 *         .schedule(ReduceOnPlateau.leastCost("validation", 0.1, 5));
 * }</pre>
 *
 * @param dataset the name under which the data set is monitored
 * @param loss what is to become small, such as the cost; NaN counts as no gain
 * @param factor what the learning rate is multiplied by, above 0 and at most 1
 * @param patience how many epochs in a row without a gain shrink the pace, at least 1; PyTorch's patience is one less
 * @param leastGain by how much the loss must fall below the least so far to count as a gain, finite and at least 0
 * @param floor the least pace, from 0 to 1
 * @see <a href="https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ReduceLROnPlateau.html">PyTorch's
 *     ReduceLROnPlateau, with an absolute threshold and no cooldown</a>
 */
public record ReduceOnPlateau(
        String dataset, ToDoubleFunction<Evaluation> loss, double factor, int patience, double leastGain, double floor)
        implements Schedule {
    static final String NAME = "reduce-on-plateau";
    static final double FACTOR = 0.1;
    static final int PATIENCE = 10;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public ReduceOnPlateau {
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(loss, "loss");
        Allowed.factor("the factor", factor, FACTOR);
        Allowed.epochs("the patience", patience);
        if (!(leastGain >= 0 && Double.isFinite(leastGain))) {
            throw new IllegalArgumentException("the least gain is a finite number of at least 0, but got " + leastGain);
        }
        Allowed.floor(floor);
    }

    /** Looks at the cost on the data set. */
    public static ReduceOnPlateau leastCost(String dataset, double factor, int patience) {
        return new ReduceOnPlateau(dataset, Evaluation::cost, factor, patience, 0, 0);
    }

    /** Looks at the mean of a metric on the data set that is to become great, such as {@code accuracy}. */
    public static ReduceOnPlateau greatest(String dataset, String metric, double factor, int patience) {
        Objects.requireNonNull(metric, "metric");
        return new ReduceOnPlateau(dataset, evaluation -> -evaluation.mean(metric), factor, patience, 0, 0);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> datasets() {
        return List.of(dataset);
    }

    @Override
    public Course start(long steps, int stepsPerEpoch) {
        return new Course() {
            private double pace = 1;
            private double least = Double.POSITIVE_INFINITY;
            private int epochsWithoutGain;

            @Override
            public double pace(long step) {
                return pace;
            }

            @Override
            public void epochCompleted(EpochCompleted event) {
                double now = loss.applyAsDouble(event.evaluation(dataset));
                if (now < least - leastGain) {
                    least = now;
                    epochsWithoutGain = 0;
                } else if (++epochsWithoutGain == patience) {
                    pace = Math.max(floor, pace * factor);
                    epochsWithoutGain = 0;
                }
            }

            @Override
            public Optional<State> state() {
                return Optional.of(State.empty()
                        .with("pace", pace)
                        .with("least", least)
                        .with("epochs-without-gain", epochsWithoutGain));
            }

            @Override
            public void restore(State state) {
                pace = state.number("pace");
                least = state.number("least");
                epochsWithoutGain = state.integer("epochs-without-gain", 0, patience - 1);
            }
        };
    }
}
