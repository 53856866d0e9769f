package io.nabla.examples.train;

import io.nabla.api.EpochCompleted;
import io.nabla.core.TrainingDivergedException;

/** What a training run tells of itself on stdout. */
interface RunReport {
    /** Training begins. */
    void started(RunSettings settings);

    /** An epoch was learned and measured. */
    void epoch(EpochCompleted epoch);

    /** Training ended, maybe before its time. */
    void finished(RunResult result);

    /** Training ended in NaN. */
    void diverged(TrainingDivergedException e);
}
