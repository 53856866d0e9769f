package io.nabla.examples.book;

import io.nabla.api.MiniBatchCompleted;
import java.util.List;

/**
 * Keeps the readings for the comparison at the end, and passes everything on.
 *
 * @param next who is told as well
 * @param readings where readings are added
 */
record Recorder(Replay.Listener next, List<Reading> readings) implements Replay.Listener {
    @Override
    public void runStarted(String run, int epochs) {
        next.runStarted(run, epochs);
    }

    @Override
    public void read(Reading reading) {
        readings.add(reading);
        next.read(reading);
    }

    @Override
    public void miniBatchCompleted(MiniBatchCompleted event) {
        next.miniBatchCompleted(event);
    }
}
