package io.nabla.examples.train;

import io.nabla.core.Checkpoint;
import io.nabla.examples.cli.UserError;
import io.nabla.examples.cli.Version;
import io.nabla.examples.config.ConfigTree;
import io.nabla.io.CheckpointFolder;
import java.util.Map;

/**
 * A run that goes on from a checkpoint.
 *
 * @param folder its checkpoints
 * @param config its settings, as it began with them
 * @param everySteps after how many mini-batches it keeps a checkpoint; 0 if at the end of epochs alone
 */
record ResumedRun(CheckpointFolder folder, ConfigTree config, int everySteps) {
    private static final String CONFIG = "config";
    private static final String EVERY = "every";

    /** What a checkpoint keeps beside the state of the run. */
    static Map<String, String> notes(ConfigTree config, int everySteps) {
        return Map.of("nabla", Version.number(), CONFIG, config.root().write(), EVERY, String.valueOf(everySteps));
    }

    /**
     * What the notes of a checkpoint say.
     *
     * @throws UserError if they are not those of this program
     */
    static ResumedRun of(CheckpointFolder folder) {
        Map<String, String> notes = folder.notes();
        if (!notes.containsKey(CONFIG) || !notes.getOrDefault(EVERY, "").matches("[0-9]{1,9}")) {
            throw new UserError("the checkpoints in " + folder
                    + " do not say how the run began; the program that made them must go on from them");
        }
        return UserError.unlessRefused(() -> new ResumedRun(
                folder, ConfigTree.parse(folder.path(), notes.get(CONFIG)), Integer.parseInt(notes.get(EVERY))));
    }

    /** Where it stands. */
    Checkpoint checkpoint() {
        return folder.newest();
    }
}
