package io.nabla.examples.train;

import io.nabla.examples.cli.Console;
import io.nabla.examples.cli.UserError;
import io.nabla.examples.config.ConfigTree;
import io.nabla.io.CheckpointFolder;
import io.nabla.io.ModelFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options to keep checkpoints, and to go on from them. */
final class CheckpointOptions {
    private static final String EVERY = "--every";

    @Option(
            names = "--checkpoint",
            paramLabel = "DIR",
            description = {
                "Keep checkpoints in this folder: at the end of each epoch, and where the run is stopped by Ctrl-C or",
                "SIGTERM. The newest three stay."
            })
    private Path folder;

    @Option(
            names = EVERY,
            paramLabel = "N",
            description = "Keep a checkpoint after every N mini-batches too (default: never).")
    private Integer every;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = {
                "Go on from the newest checkpoint in this folder, to the weights of a run that was never interrupted, and",
                "keep further checkpoints there. All settings are those of the run; only --threads, --kernels, --every,",
                "--save, the report and the place of the data may be others."
            })
    private Path resumed;

    /**
     * Where the run goes on from, if it is one that does; damaged checkpoints are told.
     *
     * @throws UserError if there is no checkpoint, or the options do not go together
     */
    Optional<ResumedRun> open(Console console) {
        if (every != null && every < 1) {
            throw new UserError(EVERY + " is a number of mini-batches of at least 1, but got " + every);
        }
        if (every != null && folder == null && resumed == null) {
            throw new UserError(EVERY + " needs a folder to keep checkpoints in; name one by --checkpoint");
        }
        if (folder != null && resumed != null) {
            throw new UserError(
                    "--checkpoint is for a run that begins, and one that goes on by --resume keeps its checkpoints"
                            + " where it has them; give one of them");
        }
        if (resumed == null) {
            return Optional.empty();
        }
        checkIsFolder("--resume", resumed);
        try {
            CheckpointFolder opened = CheckpointFolder.open(resumed);
            opened.damaged()
                    .forEach(problem -> console.message(problem + "; passed over, the run goes on from step "
                            + opened.newest().steps()));
            return Optional.of(ResumedRun.of(opened));
        } catch (NoSuchFileException e) {
            throw new UserError(
                    "--resume " + resumed + ": no checkpoint is there; 'nn train --checkpoint DIR' keeps some", e);
        } catch (ModelFormatException e) {
            throw new UserError("--resume " + resumed + ": no checkpoint can be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UserError("--resume " + resumed + ": the folder cannot be read: " + e, e);
        }
    }

    /**
     * Where the run keeps its checkpoints, if it keeps some.
     *
     * @param config all that decides the run, to be kept with them
     * @throws UserError if they cannot be kept there
     */
    Optional<RunCheckpoints> keeper(Optional<ResumedRun> run, ConfigTree config, Console console) {
        if (run.isPresent()) {
            CheckpointFolder opened = run.get().folder();
            int steps = every != null ? every : run.get().everySteps();
            return Optional.of(new RunCheckpoints(opened, steps, opened.newest().steps(), console));
        }
        if (folder == null) {
            return Optional.empty();
        }
        checkIsFolder("--checkpoint", folder);
        int steps = every == null ? 0 : every;
        try {
            CheckpointFolder created = CheckpointFolder.create(folder, ResumedRun.notes(config, steps));
            return Optional.of(new RunCheckpoints(created, steps, -1, console));
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    "--checkpoint " + folder + ": there are checkpoints of another run; go on with it by --resume "
                            + folder + ", or name another folder",
                    e);
        } catch (IOException e) {
            throw new UserError("--checkpoint " + folder + ": the folder cannot be made: " + e, e);
        }
    }

    private static void checkIsFolder(String option, Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new UserError(option + " " + path + " is no folder; name one");
        }
    }
}
