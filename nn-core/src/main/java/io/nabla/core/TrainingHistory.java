package io.nabla.core;

import io.nabla.api.EpochCompleted;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a training run went.
 *
 * @param epochs each completed epoch, in order
 * @param stopped whether the run ended before the wanted number of epochs
 * @param keptEpoch the epoch whose weights the network has: with {@link EarlyStopping} the best, otherwise the last that was
 *     completed; 0 if there is none
 */
public record TrainingHistory(List<EpochCompleted> epochs, boolean stopped, int keptEpoch) {
    /** Keeps its own copy of the epochs. */
    public TrainingHistory {
        epochs = List.copyOf(epochs);
    }

    /** The epoch with the greatest value of a metric on a data set, the first of several; empty without epochs. */
    public Optional<EpochCompleted> best(String dataset, String metric) {
        Comparator<EpochCompleted> byMetric =
                Comparator.comparingDouble(epoch -> epoch.evaluation(dataset).sum(metric));
        return epochs.stream().reduce((best, next) -> byMetric.compare(next, best) > 0 ? next : best);
    }
}
