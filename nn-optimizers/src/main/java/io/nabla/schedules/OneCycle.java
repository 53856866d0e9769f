package io.nabla.schedules;

import io.nabla.api.Schedule;

/**
 * The one-cycle policy: up to the learning rate, then down to far below where it began, both along half a wave of the cosine.
 *
 * <p>Here the optimizer's learning rate is the greatest. Of a run of T steps the way up ends in step p T - 1, and the way
 * down in step T - 1, the last. It begins at 1 / startDivisor of the learning rate and ends at 1 / (startDivisor ·
 * endDivisor) of it. An optimizer's momentum stays as it is.
 *
 * <pre>{@code
 * Schedule oneCycle = new OneCycle();
 * trainer.schedule(oneCycle);   // from η/25 up to η in three tenths of the run, then down to η/250,000
 * }</pre>
 *
 * @param upShare p, the share of the run that the way up takes, from 0 to below 1
 * @param startDivisor finite and at least 1
 * @param endDivisor finite and at least 1
 * @see <a href="https://arxiv.org/abs/1708.07120">Smith and Topin, Super-Convergence, 2018</a>
 * @see <a href="https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.OneCycleLR.html">PyTorch's OneCycleLR,
 *     whose figures these are</a>
 */
public record OneCycle(double upShare, double startDivisor, double endDivisor) implements Schedule {
    static final String NAME = "one-cycle";
    static final double UP_SHARE = 0.3;
    static final double START_DIVISOR = 25;
    static final double END_DIVISOR = 1e4;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public OneCycle {
        if (!(upShare >= 0 && upShare < 1)) {
            throw new IllegalArgumentException(
                    "the share of the way up is at least 0 and below 1, such as " + UP_SHARE + ", but got " + upShare);
        }
        Allowed.divisor("the start divisor", startDivisor, START_DIVISOR);
        Allowed.divisor("the end divisor", endDivisor, END_DIVISOR);
    }

    /** One cycle with PyTorch's figures: p = 0.3, divisors of 25 and 10,000. */
    public OneCycle() {
        this(UP_SHARE, START_DIVISOR, END_DIVISOR);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Course start(long steps, int stepsPerEpoch) {
        double top = upShare * steps - 1;
        double last = steps - 1.0;
        double first = 1 / startDivisor;
        double end = first / endDivisor;
        return Course.stateless(step -> step < top
                ? Cosine.between(first, 1, step / top)
                : Cosine.between(1, end, Math.min(1, (step - top) / (last - top))));
    }
}
