package io.nabla.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    private static WholeFile.Content text(String text) {
        return channel -> {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        };
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theNewFileStandsAlone() throws IOException {
        Path file = folder.resolve("a");
        WholeFile.write(file, text("old"));
        WholeFile.write(file, text("new"));
        assertThat(file).hasContent("new");
        assertThat(names(folder)).containsExactly("a");
    }

    @Test
    void whatFailsHalfwayLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("a");
        WholeFile.write(file, text("old"));
        for (Exception thrown : List.of(new IOException("no more"), new IllegalStateException("no more"))) {
            assertThatThrownBy(() -> WholeFile.write(file, channel -> {
                        text("half").writeTo(channel);
                        if (thrown instanceof IOException e) {
                            throw e;
                        }
                        throw (RuntimeException) thrown;
                    }))
                    .isSameAs(thrown);
            assertThat(file).hasContent("old");
            assertThat(names(folder)).containsExactly("a");
        }
    }

    @Test
    void aFolderInThePlaceOfTheFileStays() throws IOException {
        Path file = Files.createDirectory(folder.resolve("a"));
        Files.writeString(file.resolve("within"), "kept");
        assertThatThrownBy(() -> WholeFile.write(file, text("new"))).isInstanceOf(IOException.class);
        assertThat(file.resolve("within")).hasContent("kept");
        assertThat(names(folder)).containsExactly("a");
    }

    @Test
    void aMissingFolderIsNamed() {
        Path file = folder.resolve("none").resolve("a");
        assertThatThrownBy(() -> WholeFile.write(file, text("new")))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": cannot be written, its folder does not exist");
    }

    @Test
    void aFullDiskLosesNothing() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(folder)) {
            Path file = disk.path().resolve("a");
            WholeFile.write(file, text("old"));
            assertThatThrownBy(() -> WholeFile.write(file, text("x".repeat(1 << 20))))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left");
            assertThat(file).hasContent("old");
            assertThat(names(disk.path())).containsExactly("a");
        }
    }

    @Test
    void aDiskThatMayOnlyBeReadLosesNothing() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(folder)) {
            Path file = disk.path().resolve("a");
            WholeFile.write(file, text("old"));
            disk.makeReadOnly();
            assertThatThrownBy(() -> WholeFile.write(file, text("new"))).isInstanceOf(IOException.class);
            assertThat(file).hasContent("old");
            assertThat(names(disk.path())).containsExactly("a");
        }
    }

    @Test
    void aFolderThatMayOnlyBeReadLosesNothing() throws IOException {
        Path file = folder.resolve("a");
        WholeFile.write(file, text("old"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeFalse(Files.isWritable(folder), "skipped: this user, like root, may write to every folder");
            assertThatThrownBy(() -> WholeFile.write(file, text("new")))
                    .isInstanceOf(IOException.class)
                    .hasMessage(file + ": may not be written, check the permissions of its folder");
            assertThat(file).hasContent("old");
            assertThat(names(folder)).containsExactly("a");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
