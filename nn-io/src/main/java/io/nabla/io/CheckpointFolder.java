package io.nabla.io;

import io.nabla.core.Checkpoint;
import io.nabla.core.CheckpointKeeper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The checkpoints of one run in a folder, a file for each: {@code step-000000001200.safetensors}. The newest three are kept.
 *
 * <pre>{@code
 * CheckpointFolder folder = CheckpointFolder.create(path, Map.of());
 * trainer.checkpoints(1000, folder).build().train(network, data);
 *
 * CheckpointFolder folder = CheckpointFolder.open(path);     // after a crash
 * trainer.checkpoints(1000, folder).build().resume(network, data, folder.newest());
 * }</pre>
 *
 * <p>One run at a time may write to a folder.
 */
public final class CheckpointFolder implements CheckpointKeeper {
    private static final int KEPT = 3;
    private static final String BEGIN = "step-";
    private static final String END = ".safetensors";

    private final Path folder;
    private final Map<String, String> notes;
    private final List<Checkpoint> newest;
    private final List<String> damaged;

    private CheckpointFolder(Path folder, Map<String, String> notes, List<Checkpoint> newest, List<String> damaged) {
        this.folder = folder;
        this.notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
        this.newest = List.copyOf(newest);
        this.damaged = List.copyOf(damaged);
    }

    /**
     * A folder for a run that begins; it is made if it is not there.
     *
     * @param notes texts to be kept with each checkpoint
     * @throws IllegalArgumentException if it has checkpoints of another run
     * @throws IOException if it cannot be made
     */
    public static CheckpointFolder create(Path folder, Map<String, String> notes) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        if (!files(folder).isEmpty()) {
            throw new IllegalArgumentException(
                    folder + " has checkpoints already; go on from them, or name a folder that has none");
        }
        return new CheckpointFolder(folder, notes, List.of(), List.of());
    }

    /**
     * The folder of a run that is to go on, from the newest checkpoint that can be read.
     *
     * @throws NoSuchFileException if there is no folder, or no checkpoint in it
     * @throws ModelFormatException if none of them can be read
     * @throws IOException if the folder cannot be read
     */
    public static CheckpointFolder open(Path folder) throws IOException {
        List<Path> files = files(folder);
        List<String> damaged = new ArrayList<>();
        ModelFormatException last = null;
        for (Path file : files) {
            try {
                CheckpointFile read = CheckpointFile.read(file);
                return new CheckpointFolder(folder, read.notes(), List.of(read.checkpoint()), damaged);
            } catch (ModelFormatException e) {
                damaged.add(e.getMessage());
                last = e;
            }
        }
        if (last != null) {
            throw last;
        }
        throw new NoSuchFileException(folder.toString());
    }

    /**
     * The checkpoint from which the run is to go on.
     *
     * @throws IllegalStateException if the folder is that of a run that begins
     */
    public Checkpoint newest() {
        if (newest.isEmpty()) {
            throw new IllegalStateException(folder + " is for a run that begins; open it to go on");
        }
        return newest.get(0);
    }

    /** What is wrong with newer checkpoints that were passed over, a line for each. */
    public List<String> damaged() {
        return damaged;
    }

    /** Where it is. */
    public Path path() {
        return folder;
    }

    /** The texts that are kept with each checkpoint. */
    public Map<String, String> notes() {
        return notes;
    }

    /**
     * Writes a checkpoint, and then removes those that are older than the newest three, and damaged ones of later steps.
     *
     * @throws UncheckedIOException if it cannot be written; those before stay as they are
     */
    @Override
    public void keep(Checkpoint checkpoint) {
        Path file = folder.resolve(String.format(Locale.ROOT, "%s%012d%s", BEGIN, checkpoint.steps(), END));
        try {
            CheckpointFile.write(file, checkpoint, notes);
            prune(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not kept: " + e.getMessage(), e);
        }
    }

    private void prune(Path written) throws IOException {
        List<Path> files = files(folder);
        int place = files.indexOf(written);
        for (int i = 0; i < files.size(); i++) {
            if (i < place || i >= place + KEPT) {
                Files.deleteIfExists(files.get(i));
            }
        }
        for (Path unfinished : names(folder, "." + BEGIN, WholeFile.UNFINISHED)) {
            Files.deleteIfExists(unfinished); // of a program that was killed
        }
    }

    /** The checkpoints in a folder, the newest first. */
    private static List<Path> files(Path folder) throws IOException {
        return names(folder, BEGIN, END);
    }

    private static List<Path> names(Path folder, String begin, String end) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> {
                        String name = path.getFileName().toString();
                        return name.startsWith(begin) && name.endsWith(end);
                    })
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /** The path of the folder. */
    @Override
    public String toString() {
        return folder.toString();
    }
}
