package io.nabla.examples.train;

import io.nabla.api.EpochCompleted;
import io.nabla.api.Evaluation;
import io.nabla.core.Accuracy;
import io.nabla.core.TrainingHistory;
import io.nabla.examples.config.MonitoredSet;
import java.util.Optional;

/**
 * What came out of a run.
 *
 * @param history its epochs
 * @param decisive the set by which an epoch is the best
 * @param wanted how many epochs were wanted
 * @param seconds how long it took, the evaluations included
 * @param weightsSha256 the fingerprint of the trained network
 */
record RunResult(TrainingHistory history, MonitoredSet decisive, int wanted, double seconds, String weightsSha256) {
    /** The epoch with the most right answers; none if the first was not completed. */
    Optional<EpochCompleted> best() {
        return history.best(decisive.toString(), Accuracy.NAME);
    }

    /** How many answers of an evaluation are right. */
    static int correct(Evaluation evaluation) {
        return (int) evaluation.sum(Accuracy.NAME);
    }
}
