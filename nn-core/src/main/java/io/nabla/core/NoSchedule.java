package io.nabla.core;

import io.nabla.api.Schedule;

/** The optimizer's learning rate in every step. */
final class NoSchedule implements Schedule {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public Course start(long steps, int stepsPerEpoch) {
        return Course.stateless(step -> 1);
    }
}
