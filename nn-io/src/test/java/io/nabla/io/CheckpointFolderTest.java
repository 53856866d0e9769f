package io.nabla.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.State;
import io.nabla.core.Checkpoint;
import io.nabla.core.kernels.PlainKernels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {
    private static final Map<String, String> SETTINGS = Map.of("optimizer", "adam, \"quoted\"\nand more");
    private static final Map<String, String> NOTES = Map.of("version", "1");

    @TempDir
    Path folder;

    private static Checkpoint checkpoint(long steps) {
        Matrix doubles = Matrix.of(PlainKernels.of(Precision.DOUBLE), new double[][] {
            {0.1, -0.0, 1e-310}, {Double.NaN, 1 / 0.0, steps}
        });
        Matrix floats = Matrix.column(PlainKernels.of(Precision.FLOAT), 0.1, -1 / 0.0);
        State state = State.empty()
                .with("network", State.empty().with("1.weights", doubles).with("1.biases", floats))
                .with("shuffle.words", Integer.MIN_VALUE, Integer.MAX_VALUE, 0.1)
                .with("progress", State.empty().with("steps", (double) steps).with("least", Double.POSITIVE_INFINITY));
        return new Checkpoint(state, SETTINGS);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        Path file = folder.resolve("one");
        Checkpoint written = checkpoint(7);
        CheckpointFile.write(file, written, NOTES);
        CheckpointFile read = CheckpointFile.read(file);
        assertThat(read.notes()).isEqualTo(NOTES);
        assertThat(read.checkpoint().settings()).isEqualTo(SETTINGS);
        assertThat(read.checkpoint().steps()).isEqualTo(7);
        State state = read.checkpoint().state();
        assertThat(state.matrices().keySet())
                .isEqualTo(written.state().matrices().keySet());
        written.state()
                .matrices()
                .forEach((name, matrix) -> assertThat(state.matrices().get(name).sameBits(matrix))
                        .as(name)
                        .isTrue());
        assertThat(state.numbers()).isEqualTo(written.state().numbers());
        written.state()
                .numbers()
                .forEach(name -> assertThat(state.numbers(name))
                        .containsExactly(written.state().numbers(name)));
        assertThat(names()).containsExactly("one");
    }

    /** Each byte by a bit and as a whole, and each shorter length. */
    @Test
    void anyDamagedByteIsFound() throws IOException {
        Path file = folder.resolve("one");
        CheckpointFile.write(file, checkpoint(7), NOTES);
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i++) {
            for (int flip : new int[] {1, 0x80, 0xff}) {
                byte[] damaged = bytes.clone();
                damaged[i] ^= (byte) flip;
                assertUnreadable(damaged);
            }
            assertUnreadable(Arrays.copyOf(bytes, i));
        }
        assertUnreadable(Arrays.copyOf(bytes, bytes.length + 1));
    }

    private void assertUnreadable(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("damaged"), bytes);
        assertThatThrownBy(() -> CheckpointFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .message()
                .hasLineCount(1);
    }

    @Test
    void theNewestThreeAreKept() throws IOException {
        CheckpointFolder kept = CheckpointFolder.create(folder, NOTES);
        Files.writeString(folder.resolve(".step-000000000001.safetensors.17.4711.part"), "killed");
        Files.writeString(folder.resolve("a word of the user"), "stays");
        for (int steps : new int[] {0, 10, 20, 30, 1_000}) {
            kept.keep(checkpoint(steps));
        }
        assertThat(names())
                .containsExactly(
                        "a word of the user",
                        "step-000000000020.safetensors",
                        "step-000000000030.safetensors",
                        "step-000000001000.safetensors");
        CheckpointFolder opened = CheckpointFolder.open(folder);
        assertThat(opened.newest().steps()).isEqualTo(1_000);
        assertThat(opened.notes()).isEqualTo(NOTES);
        assertThat(opened.damaged()).isEmpty();
    }

    @Test
    void aDamagedOneIsPassedOverAndGoesWithTheNext() throws IOException {
        CheckpointFolder kept = CheckpointFolder.create(folder, NOTES);
        for (int steps : new int[] {10, 20, 30}) {
            kept.keep(checkpoint(steps));
        }
        Path newest = folder.resolve("step-000000000030.safetensors");
        Files.write(newest, Arrays.copyOf(Files.readAllBytes(newest), 100));
        CheckpointFolder opened = CheckpointFolder.open(folder);
        assertThat(opened.newest().steps()).isEqualTo(20);
        assertThat(opened.damaged()).singleElement().asString().contains("step-000000000030");
        opened.keep(checkpoint(25));
        assertThat(names())
                .containsExactly(
                        "step-000000000010.safetensors",
                        "step-000000000020.safetensors",
                        "step-000000000025.safetensors");
    }

    @Test
    void whereThereIsNoneToGoOnFromIsTold() throws IOException {
        assertThatThrownBy(() -> CheckpointFolder.open(folder)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> CheckpointFolder.open(folder.resolve("no"))).isInstanceOf(NoSuchFileException.class);
        Files.writeString(folder.resolve("step-000000000010.safetensors"), "nothing of the kind");
        assertThatThrownBy(() -> CheckpointFolder.open(folder)).isInstanceOf(ModelFormatException.class);
    }

    @Test
    void aRunThatBeginsLeavesTheCheckpointsOfAnotherAlone() throws IOException {
        CheckpointFolder.create(folder.resolve("a").resolve("b"), NOTES).keep(checkpoint(3));
        assertThatThrownBy(() -> CheckpointFolder.create(folder.resolve("a").resolve("b"), NOTES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has checkpoints already");
        assertThatThrownBy(() -> CheckpointFolder.create(folder, NOTES).newest())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aModelIsNoCheckpoint() throws IOException {
        Path file = folder.resolve("model");
        SafetensorsWriter.write(file, Map.of("format", "nabla"), List.of());
        assertThatThrownBy(() -> CheckpointFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("is no checkpoint");
        Map<String, String> later = Map.of("format", "nabla-checkpoint", "format-version", "2");
        SafetensorsWriter.writeSealed(file, later, List.of());
        assertThatThrownBy(() -> CheckpointFile.read(file)).hasMessageContaining("of format version '2'");
    }

    @Test
    void moreMatricesThanAreReadAgainAreNotWritten() {
        State many = State.empty().with("progress.steps", 1);
        for (int i = 0; i < 1_000; i++) {
            State ten = State.empty();
            for (int j = 0; j < 10; j++) {
                ten = ten.with(String.valueOf(j), 1);
            }
            many = many.with(String.valueOf(i), ten);
        }
        Checkpoint checkpoint = new Checkpoint(many, Map.of());
        assertThatThrownBy(() -> CheckpointFile.write(folder.resolve("many"), checkpoint, NOTES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 10000 tensors");
    }

    /** A user who may do everything writes to read-only folders too. */
    @Test
    void aFolderThatMayNotBeWrittenToIsTold() throws IOException {
        CheckpointFolder kept = CheckpointFolder.create(folder.resolve("kept"), NOTES);
        kept.keep(checkpoint(10));
        Files.setPosixFilePermissions(folder.resolve("kept"), PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeThat(Files.isWritable(folder.resolve("kept"))).isFalse();
            assertThatThrownBy(() -> kept.keep(checkpoint(20)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("may not be written, check the permissions");
            assertThat(CheckpointFolder.open(folder.resolve("kept")).newest().steps())
                    .isEqualTo(10);
        } finally {
            Files.setPosixFilePermissions(folder.resolve("kept"), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aFullOrReadOnlyDiskLeavesTheOldOnesWhole() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(folder)) {
            CheckpointFolder kept = CheckpointFolder.create(disk.path(), NOTES);
            kept.keep(checkpoint(10));
            Matrix large = Matrix.zeros(PlainKernels.of(Precision.DOUBLE), 100, 100);
            State tooLarge = checkpoint(20).state().with("large", large);
            assertNotKept(kept, new Checkpoint(tooLarge, SETTINGS), "No space left");
            disk.makeReadOnly();
            assertNotKept(kept, checkpoint(20), "Read-only file system");
        }
    }

    private static void assertNotKept(CheckpointFolder kept, Checkpoint checkpoint, String why) throws IOException {
        assertThatThrownBy(() -> kept.keep(checkpoint))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContainingAll("step-000000000020.safetensors is not kept: ", why);
        try (Stream<Path> files = Files.list(kept.path())) {
            assertThat(files).hasSize(1);
        }
        assertThat(CheckpointFolder.open(kept.path()).newest().steps()).isEqualTo(10);
    }
}
