package io.nabla.schedules;

import io.nabla.api.Schedule;

/**
 * No change: the optimizer's learning rate in every step.
 *
 * <pre>{@code
 * Schedule warmUp = new LinearWarmUp(2, new ConstantPace());   // two epochs up, then on at the learning rate
 * }</pre>
 */
public record ConstantPace() implements Schedule {
    static final String NAME = "constant";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Course start(long steps, int stepsPerEpoch) {
        return Course.stateless(step -> 1);
    }
}
