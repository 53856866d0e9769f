package io.nabla.core;

import java.util.Map;

/** The checkpoints of one run: when they are made, and that no step has two. */
final class Checkpoints {
    private final TrainerBuilder settings;
    private final Network network;
    private final RunParts parts;
    private final Map<String, String> words;
    private final Progress progress;
    private long keptSteps = -1;

    Checkpoints(
            TrainerBuilder settings, Network network, RunParts parts, Map<String, String> words, Progress progress) {
        this.settings = settings;
        this.network = network;
        this.parts = parts;
        this.words = words;
        this.progress = progress;
    }

    /** Puts the run to where a checkpoint was made, which is not kept again. */
    void restore(Checkpoint checkpoint) {
        RunWords.checkSame(checkpoint.settings(), words);
        parts.restore(checkpoint.state());
        keptSteps = progress.steps();
    }

    /** After a step that is not the last of its epoch. */
    void stepCompleted() {
        if (settings.checkpointSteps > 0 && progress.steps() % settings.checkpointSteps == 0) {
            keep();
        }
    }

    /**
     * At the beginning, at the end of each epoch, and where the run is stopped.
     *
     * <p>Within an epoch a weight may be infinite that no gradient has shown yet. Nothing can be made of that, and it would take the
     * place of a checkpoint that is worth something.
     */
    void keep() {
        if (settings.keeper.isPresent() && keptSteps != progress.steps() && Finite.parameters(network.layers())) {
            settings.keeper.get().keep(new Checkpoint(parts.state(), words));
            keptSteps = progress.steps();
        }
    }
}
