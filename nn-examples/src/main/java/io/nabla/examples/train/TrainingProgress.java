package io.nabla.examples.train;

import io.nabla.api.EpochCompleted;
import io.nabla.api.MiniBatchCompleted;
import io.nabla.api.TrainingListener;
import io.nabla.api.TrainingStarted;
import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.StopSignal;

/** Moves the progress bar, reports the beginning and each epoch, and stops a run whose output nobody reads any more. */
final class TrainingProgress implements TrainingListener {
    private final Console console;
    private final RunReport report;
    private final StopSignal stop;
    private final RunSettings settings;
    private int epochs;

    TrainingProgress(Console console, RunReport report, StopSignal stop, RunSettings settings) {
        this.console = console;
        this.settings = settings;
        this.report = report;
        this.stop = stop;
    }

    @Override
    public void trainingStarted(TrainingStarted event) {
        epochs = event.epochs();
        report.started(settings);
        console.bar().start();
    }

    @Override
    public void miniBatchCompleted(MiniBatchCompleted event) {
        double epochsDone = event.epoch() - 1 + (double) event.miniBatch() / event.miniBatches();
        console.bar().show("epoch " + event.epoch() + "/" + epochs, epochsDone / epochs);
    }

    @Override
    public void epochCompleted(EpochCompleted event) {
        report.epoch(event);
        if (console.isClosed()) {
            stop.request();
        }
    }
}
