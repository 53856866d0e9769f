package io.nabla.benchmarks.quick;

import io.nabla.api.MiniBatchCompleted;
import io.nabla.api.TrainingListener;
import io.nabla.api.TrainingStarted;
import io.nabla.benchmarks.measure.Moment;
import io.nabla.benchmarks.measure.Span;

/** Counts the images that are learned in a bounded time, of which the first third warms up. */
final class SpeedListener implements TrainingListener {
    private final double seconds;
    private Moment start;
    private Moment warm;
    private Moment last;
    private long learned;
    private long learnedWarmingUp;

    SpeedListener(double seconds) {
        this.seconds = seconds;
    }

    @Override
    public void trainingStarted(TrainingStarted event) {
        start = Moment.now();
        last = start;
    }

    @Override
    public void miniBatchCompleted(MiniBatchCompleted event) {
        learned += event.examples();
        last = Moment.now();
        if (warm == null && start.until(last).wall() >= seconds / 3) {
            warm = last;
            learnedWarmingUp = learned;
        }
    }

    /** Whether the time is over and at least one mini-batch was measured. */
    boolean isOver() {
        return warm != null && learned > learnedWarmingUp && start.until(last).wall() >= seconds;
    }

    /** How many images were learned in all. */
    long learned() {
        return learned;
    }

    /** How many images were learned in {@link #span}. */
    long measured() {
        return learned - learnedWarmingUp;
    }

    /** The time after warming up. */
    Span span() {
        return warm.until(last);
    }
}
