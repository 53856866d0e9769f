package io.nabla.core;

/**
 * Is handed the checkpoints of a run, to keep them: in files, as a folder of nn-io does, or wherever it likes.
 *
 * <pre>{@code
 * List<Checkpoint> kept = new ArrayList<>();
 * trainer.checkpoints(100, checkpoint -> kept.add(checkpoint.copy()));
 * }</pre>
 */
public interface CheckpointKeeper {
    /**
     * Keeps a checkpoint; an exception ends the run.
     *
     * <p>It is called on the training thread, and the matrices in the checkpoint are those of the run itself: they are to be written or
     * copied before this returns, and not to be changed.
     */
    void keep(Checkpoint checkpoint);
}
