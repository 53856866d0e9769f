package io.nabla.api;

/**
 * Is told what happens in a training run: for progress bars, logs, checkpoints.
 *
 * <p>Methods are called on the training thread, one after another; an exception that they throw ends the run.
 *
 * <pre>{@code
 * TrainingListener print = new TrainingListener() {
 *     public void epochCompleted(EpochCompleted event) {
 *         log.info("epoch {}: cost {}", event.epoch(), event.trainingCost());
 *     }
 * };
 * }</pre>
 */
public interface TrainingListener {
    /** Before the first mini-batch. */
    default void trainingStarted(TrainingStarted event) {}

    /** After each mini-batch, its update done. */
    default void miniBatchCompleted(MiniBatchCompleted event) {}

    /** After each epoch, its evaluations done. */
    default void epochCompleted(EpochCompleted event) {}

    /** At the end, also of a run that was stopped; not after an exception. */
    default void trainingFinished(TrainingFinished event) {}
}
