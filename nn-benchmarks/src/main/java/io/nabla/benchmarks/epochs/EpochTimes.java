package io.nabla.benchmarks.epochs;

import io.nabla.api.EpochCompleted;
import io.nabla.api.TrainingListener;
import io.nabla.api.TrainingStarted;
import io.nabla.benchmarks.measure.Moment;
import io.nabla.benchmarks.measure.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Times each epoch on both clocks, and measures the accuracy between them, off the clocks. */
final class EpochTimes implements TrainingListener {
    private final DoubleSupplier accuracy;
    private final List<Span> spans = new ArrayList<>();
    private final List<Double> accuracies = new ArrayList<>();
    private Moment start;

    EpochTimes(DoubleSupplier accuracy) {
        this.accuracy = accuracy;
    }

    @Override
    public void trainingStarted(TrainingStarted event) {
        start = Moment.now();
    }

    @Override
    public void epochCompleted(EpochCompleted event) {
        spans.add(start.until(Moment.now()));
        accuracies.add(accuracy.getAsDouble());
        start = Moment.now();
    }

    List<Span> spans() {
        return spans;
    }

    List<Double> accuracies() {
        return accuracies;
    }
}
