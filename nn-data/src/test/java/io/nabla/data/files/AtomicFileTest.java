package io.nabla.data.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void replacesTheOldFileOnlyAtTheCommit() throws IOException {
        Path target = Files.writeString(folder.resolve("data"), "old");

        try (AtomicFile file = AtomicFile.replacing(target)) {
            file.out().write("new".getBytes(StandardCharsets.UTF_8));
            assertThat(target).hasContent("old");
            file.commit();
            assertThat(target).hasContent("new");
        }

        assertThat(names()).containsExactly("data");
    }

    @Test
    void withoutACommitNothingIsLeft() throws IOException {
        Path target = Files.writeString(folder.resolve("data"), "old");

        try (AtomicFile file = AtomicFile.replacing(target)) {
            file.out().write(1);
        }

        assertThat(target).hasContent("old");
        assertThat(names()).containsExactly("data");
    }

    @Test
    void twoWritersDoNotMeet() throws IOException {
        Path target = folder.resolve("data");

        try (AtomicFile first = AtomicFile.replacing(target);
                AtomicFile second = AtomicFile.replacing(target)) {
            first.out().write('1');
            second.out().write('2');
            first.commit();
            second.commit();
        }

        assertThat(target).hasContent("2");
        assertThat(names()).containsExactly("data");
    }

    private String[] names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toArray(String[]::new);
        }
    }
}
