package io.nabla.schedules;

import io.nabla.api.Schedule;

/**
 * Exponential decay: the learning rate is multiplied by a factor after every epoch.
 *
 * <p>In epoch e, from 0, the pace is factor^e.
 *
 * <pre>{@code
 * Schedule slower = new ExponentialDecay(0.95);   // η, 0.95·η, 0.9025·η, ... from epoch to epoch
 * trainer.schedule(slower);
 * }</pre>
 *
 * @param factor what the learning rate is multiplied by, above 0 and at most 1
 * @see <a href="https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ExponentialLR.html">PyTorch's
 *     ExponentialLR</a>
 */
public record ExponentialDecay(double factor) implements Schedule {
    static final String NAME = "exponential";

    /**
     * Checks the factor.
     *
     * @throws IllegalArgumentException if it is out of its range
     */
    public ExponentialDecay {
        Allowed.factor("the factor", factor, 0.95);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Course start(long steps, int stepsPerEpoch) {
        return Course.stateless(step -> {
            long times = step / stepsPerEpoch;
            return StrictMath.pow(factor, (double) times);
        });
    }
}
