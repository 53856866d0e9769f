package io.nabla.examples.train;

import io.nabla.core.Checkpoint;
import io.nabla.core.CheckpointKeeper;
import io.nabla.core.TrainerBuilder;
import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.UserError;
import io.nabla.io.CheckpointFolder;
import java.io.UncheckedIOException;

/**
 * Keeps the checkpoints of a run. If the first cannot be written the run does not begin; if a later one cannot, as on a full disk, it
 * says so and the run goes on.
 */
final class RunCheckpoints implements CheckpointKeeper {
    private final CheckpointFolder folder;
    private final int everySteps;
    private final Console console;
    private long keptSteps;

    /** Checkpoints of a run of which so many steps are kept already; -1 if not even its beginning is. */
    RunCheckpoints(CheckpointFolder folder, int everySteps, long keptSteps, Console console) {
        this.folder = folder;
        this.everySteps = everySteps;
        this.keptSteps = keptSteps;
        this.console = console;
    }

    /** Has a trainer make them. */
    void madeBy(TrainerBuilder trainer) {
        if (everySteps > 0) {
            trainer.checkpoints(everySteps, this);
        } else {
            trainer.checkpoints(this);
        }
    }

    @Override
    public void keep(Checkpoint checkpoint) {
        try {
            folder.keep(checkpoint);
            keptSteps = checkpoint.steps();
        } catch (UncheckedIOException e) {
            if (checkpoint.steps() == 0) {
                throw new UserError("no checkpoint can be kept: " + e.getMessage(), e);
            }
            console.message("no checkpoint of step " + checkpoint.steps() + ": " + e.getMessage()
                    + "; the run goes on without");
        }
    }

    /** After how many steps the last one was kept. */
    long keptSteps() {
        return keptSteps;
    }

    /** The folder that they are in. */
    @Override
    public String toString() {
        return folder.toString();
    }
}
