package io.nabla.schedules;

import io.nabla.api.EpochCompleted;
import io.nabla.api.Schedule;
import io.nabla.api.State;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A linear warm-up in front of another schedule: the first epochs at a pace that grows in every step.
 *
 * <p>A warm-up of N steps has in step t, from 0, the pace start + (1 - start) t / N. Step N is the first one of the schedule
 * behind, which is told of the remaining steps as of a run of its own.
 *
 * <pre>{@code
 * Schedule warmUp = new LinearWarmUp(5, new CosineDecay());
 * trainer.schedule(warmUp);   // five epochs up from η/3, then down along the cosine
 * }</pre>
 *
 * @param epochs how long, finite and above 0; a part of an epoch is rounded up to whole steps
 * @param start the pace of the first step, above 0 and at most 1
 * @param then what follows
 * @see <a href="https://arxiv.org/abs/1706.02677">Goyal et al., Accurate, Large Minibatch SGD, 2017, section 2.2</a>
 * @see <a href="https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LinearLR.html">PyTorch's LinearLR, in a
 *     SequentialLR</a>
 */
public record LinearWarmUp(double epochs, double start, Schedule then) implements Schedule {
    static final String NAME = "linear-warm-up";
    static final double START = 1.0 / 3;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public LinearWarmUp {
        Objects.requireNonNull(then, "then");
        if (!(epochs > 0 && Double.isFinite(epochs))) {
            throw new IllegalArgumentException(
                    "a warm-up takes a finite number of epochs above 0, such as 5 or 0.5, but got " + epochs);
        }
        Allowed.factor("the start", start, 0.1);
    }

    /**
     * A warm-up from PyTorch's usual third of the learning rate.
     *
     * @throws IllegalArgumentException if the number of epochs is not finite and above 0
     */
    public LinearWarmUp(double epochs, Schedule then) {
        this(epochs, START, then);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> datasets() {
        return then.datasets();
    }

    @Override
    public Course start(long steps, int stepsPerEpoch) {
        long upSteps = (long) Math.ceil(epochs * stepsPerEpoch);
        Course behind = then.start(Math.max(1, steps - upSteps), stepsPerEpoch);
        return new Course() {
            @Override
            public double pace(long step) {
                return step < upSteps ? start + (1 - start) * step / upSteps : behind.pace(step - upSteps);
            }

            @Override
            public void epochCompleted(EpochCompleted event) {
                behind.epochCompleted(event);
            }

            @Override
            public Optional<State> state() {
                return behind.state();
            }

            @Override
            public void restore(State state) {
                behind.restore(state);
            }
        };
    }
}
