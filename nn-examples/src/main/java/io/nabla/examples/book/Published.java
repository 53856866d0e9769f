package io.nabla.examples.book;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A figure that the author published.
 *
 * @param run the scenario's run that it belongs to
 * @param measure what was measured
 * @param epoch after which epoch; empty for the best of all epochs
 * @param value the author's figure
 * @param note what to know when ours differs; empty if they should agree
 */
record Published(String run, Measure measure, OptionalInt epoch, double value, String note) {
    /** A figure after an epoch; epoch 0 is the start. */
    static Published after(int epoch, String run, Measure measure, double value) {
        return new Published(run, measure, OptionalInt.of(epoch), value, "");
    }

    /** The best of a run's epochs, which counts something right. */
    static Published best(String run, Measure measure, double value) {
        return new Published(run, measure, OptionalInt.empty(), value, "");
    }

    /** The same figure with a note beside it. */
    Published noting(String newNote) {
        return new Published(run, measure, epoch, value, newNote);
    }

    /** Our figure of the same, if the replay got that far. */
    Optional<Double> ours(List<Reading> readings) {
        return readings.stream()
                .filter(reading -> reading.run().equals(run))
                .filter(reading -> epoch.isEmpty() || epoch.getAsInt() == reading.epoch())
                .map(reading -> reading.values().get(measure))
                .max(Double::compare);
    }

    /** When it was measured, in words. */
    String when() {
        return epoch.isEmpty() ? "best epoch" : epoch.getAsInt() == 0 ? "start" : "epoch " + epoch.getAsInt();
    }
}
