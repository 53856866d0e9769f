package io.nabla.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxWriterTest {
    @TempDir
    Path folder;

    private final LabelledImages set = LabelledImages.copyOf(
                    new byte[] {9, 9, 1, 2, 3, 4, 5, (byte) 255}, new byte[] {0, 3, 1, 2}, 1, 2, 4)
            .slice(1, 4);

    @Test
    void writesMnistsOwnFormat() throws IOException {
        IdxWriter.write(set, folder.resolve("images"), folder.resolve("labels"));

        assertThat(folder.resolve("images"))
                .hasBinaryContent(IdxBytes.idx(
                        0x803, new int[] {3, 1, 2}, (byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5, (byte) 255));
        assertThat(folder.resolve("labels")).hasBinaryContent(IdxBytes.labels(3, 1, 2));
    }

    @Test
    void compressesByNameAndReadsBackTheSame() throws IOException {
        Path images = folder.resolve("images.gz");
        Path labels = folder.resolve("labels.gz");

        IdxWriter.write(set, images, labels);

        assertThat(Files.readAllBytes(images)).startsWith(0x1F, 0x8B);
        LabelledImages back = new IdxReader().read(images, labels, 4);
        assertThat(back).hasToString(set.toString());
        for (int i = 0; i < set.size(); i++) {
            assertThat(back.label(i)).isEqualTo(set.label(i));
            assertThat(back.pixel(i, 0)).isEqualTo(set.pixel(i, 0));
            assertThat(back.pixel(i, 1)).isEqualTo(set.pixel(i, 1));
        }
    }

    @Test
    void refusesAnEmptySetAndWritesNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdxWriter.write(set.slice(0, 0), folder.resolve("images"), folder.resolve("labels")));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aMissingFolderIsTold() {
        Path images = folder.resolve("nowhere").resolve("images");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> IdxWriter.write(set, images, folder.resolve("labels")))
                .withMessage(images + ": cannot be written, its folder does not exist");
    }

    @Test
    void imagesInColourAreRefused() {
        LabelledImages coloured = LabelledImages.copyOf(new byte[6], new byte[1], 3, 1, 2, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdxWriter.write(coloured, folder.resolve("x"), folder.resolve("y")))
                .withMessage("IDX files of images have 1 channel, but the set has 3");
    }
}
