package io.nabla.examples.train;

import io.nabla.api.EpochCompleted;
import io.nabla.core.TrainingHistory;
import io.nabla.examples.config.MonitoredSet;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What came out of a run.
 *
 * @param history its epochs
 * @param score by what an epoch is the best
 * @param decisive the set on which it is
 * @param wanted how many epochs were wanted
 * @param isInterrupted whether a signal ended it
 * @param seconds how long it took, the evaluations included
 * @param weightsSha256 the fingerprint of the trained network
 * @param saved the file that the network was saved in, if any
 * @param checkpoints where its checkpoints are, if it kept some
 */
record RunResult(
        TrainingHistory history,
        Score score,
        MonitoredSet decisive,
        int wanted,
        boolean isInterrupted,
        double seconds,
        String weightsSha256,
        Optional<Path> saved,
        Optional<RunCheckpoints> checkpoints) {
    /** The best epoch; none if the first was not completed. */
    Optional<EpochCompleted> best() {
        return score.best(history, decisive);
    }
}
