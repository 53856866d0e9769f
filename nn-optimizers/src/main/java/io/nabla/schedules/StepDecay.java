package io.nabla.schedules;

import io.nabla.api.Schedule;

/**
 * Step decay: the learning rate is multiplied by a factor after every so many epochs.
 *
 * <p>In epoch e, from 0, the pace is factor^⌊e / every⌋.
 *
 * <pre>{@code
 * Schedule tenth = new StepDecay(30, 0.1);   // 30 epochs at η, 30 at η/10, 30 at η/100, ...
 * trainer.schedule(tenth);
 * }</pre>
 *
 * @param every after how many epochs, at least 1
 * @param factor what the learning rate is multiplied by then, above 0 and at most 1
 * @see <a href="https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.StepLR.html">PyTorch's StepLR</a>
 */
public record StepDecay(int every, double factor) implements Schedule {
    static final String NAME = "step";
    static final double FACTOR = 0.1;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public StepDecay {
        Allowed.epochs("every", every);
        Allowed.factor("the factor", factor, FACTOR);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Course start(long steps, int stepsPerEpoch) {
        return Course.stateless(step -> {
            long times = step / stepsPerEpoch / every;
            return StrictMath.pow(factor, (double) times);
        });
    }
}
