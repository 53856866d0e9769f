package io.nabla.data;

import static io.nabla.data.IdxBytes.concat;
import static io.nabla.data.IdxBytes.gzip;
import static io.nabla.data.IdxBytes.idx;
import static io.nabla.data.IdxBytes.images;
import static io.nabla.data.IdxBytes.labels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxReaderTest {
    @TempDir
    Path folder;

    private Path imageFile;
    private Path labelFile;

    @BeforeEach
    void twoImagesOfTwoByThree() throws IOException {
        imageFile = Files.write(folder.resolve("images"), images(2, 2, 3));
        labelFile = Files.write(folder.resolve("labels"), labels(7, 9));
    }

    private LabelledImages read() throws IOException {
        return new IdxReader().read(imageFile, labelFile, 10);
    }

    private void refused(Path file, String problem) {
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(this::read)
                .withMessageStartingWith(file + ": ")
                .withMessageContaining(problem)
                .withMessageNotContainingAny("\n");
    }

    @Test
    void readsPlainFiles() throws IOException {
        LabelledImages set = read();

        assertThat(set).hasToString("2 images of 2 x 3 pixels in 10 classes");
        assertThat(set.label(0)).isEqualTo(7);
        assertThat(set.label(1)).isEqualTo(9);
        assertThat(set.pixel(0, 1)).isEqualTo(7);
        assertThat(set.pixel(1, 5)).isEqualTo(77);
    }

    @Test
    void readsGzipWhateverTheName() throws IOException {
        Files.write(imageFile, gzip(images(2, 2, 3)));

        assertThat(read().pixel(1, 5)).isEqualTo(77);
    }

    @Test
    void readsAPlainFileThatIsNamedGz() throws IOException {
        imageFile = Files.write(folder.resolve("images.gz"), images(2, 2, 3));

        assertThat(read().pixel(1, 5)).isEqualTo(77);
    }

    static Stream<Arguments> wrongImages() {
        byte[] good = images(2, 2, 3);
        byte[] packed = gzip(good);
        int[] sizes = {2, 2, 3};
        byte[] wrongChecksum = packed.clone();
        wrongChecksum[packed.length - 8] ^= 1;
        byte[] noDeflate = packed.clone();
        noDeflate[10] = 7;
        return Stream.of(
                Arguments.of("empty", new byte[0], "is empty"),
                Arguments.of("two bytes", new byte[2], "only 2 of the header's 16 bytes"),
                Arguments.of("half a header", Arrays.copyOf(good, 10), "only 10 of the header's 16 bytes"),
                Arguments.of("truncated", Arrays.copyOf(good, 20), "promises 12 bytes of images, but only 4 are there"),
                Arguments.of("trailing", concat(good, new byte[3]), "promises 12 bytes of images, but the file has 15"),
                Arguments.of(
                        "gzip of a truncated file",
                        gzip(Arrays.copyOf(good, 20)),
                        "promises 12 bytes of images, but only 4 are there"),
                Arguments.of("gzip of a longer file", gzip(concat(good, (byte) 0)), "has trailing bytes"),
                Arguments.of("gzip cut in its header", Arrays.copyOf(packed, 5), "cut off"),
                Arguments.of("gzip cut in its checksum", Arrays.copyOf(packed, packed.length - 3), "cut off"),
                Arguments.of("gzip with garbage behind", concat(packed, (byte) 1), "more bytes after the end"),
                Arguments.of("two gzip members", concat(packed, packed), "more bytes after the end"),
                Arguments.of("wrong checksum", wrongChecksum, "wrong checksum"),
                Arguments.of("no deflate data", noDeflate, "broken gzip data"),
                Arguments.of("gzip in gzip", gzip(packed), "gzip data inside gzip data"),
                Arguments.of("labels", labels(1, 2), "images and labels are swapped"),
                Arguments.of("web page", bytes("<!DOCTYPE html><title>404</title>"), "a web page (HTML)"),
                Arguments.of("web page, lower case, late", bytes("\n  <html lang=en>"), "a web page (HTML)"),
                Arguments.of("web page in gzip", gzip(bytes("<HTML>no</HTML>")), "a web page (HTML)"),
                Arguments.of("XML", bytes("<?xml version='1.0'?><Error/>"), "an XML document"),
                Arguments.of("LFS", bytes("version https://git-lfs.github.com/spec/v1"), "a Git LFS pointer"),
                Arguments.of("ZIP", bytes("PK\3\4 and so on"), "a ZIP archive"),
                Arguments.of("anything", new byte[] {1, 2, 3, (byte) 0xFE, 5}, "starts with the bytes 01 02 03 fe"),
                Arguments.of(
                        "floats", idx(0x00000D03, sizes), "magic number 0x00000d03, element type 0x0d, 3 dimensions"),
                Arguments.of("no images", idx(0x803, new int[] {0, 2, 3}), "holds no images"),
                Arguments.of("no rows", idx(0x803, new int[] {2, 0, 3}), "images of 0 x 3 pixels"),
                Arguments.of("no columns", idx(0x803, new int[] {2, 3, 0}), "images of 3 x 0 pixels"),
                Arguments.of("negative", idx(0x803, new int[] {1, -1, 1}), "images of 4294967295 x 1 pixels"),
                Arguments.of(
                        "product is 0 in 32 bits",
                        idx(0x803, new int[] {1 << 16, 1 << 8, 1 << 8}),
                        "promises 4294967296 bytes"),
                Arguments.of(
                        "product is 0 in 64 bits",
                        idx(0x803, new int[] {1 << 31, 1 << 31, 1 << 2}),
                        "images of 2147483648 x 4 pixels"),
                Arguments.of(
                        "product is 12 in 32 bits",
                        idx(0x803, new int[] {0x40000003, 2, 2}, new byte[12]),
                        "promises 4294967308 bytes"),
                Arguments.of(
                        "more than gzip can hold",
                        gzip(idx(0x803, new int[] {1000, 100, 100}, new byte[9])),
                        "cannot hold as many"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongImages")
    void refusesWrongImages(String name, byte[] content, String problem) throws IOException {
        Files.write(imageFile, content);

        refused(imageFile, problem);
    }

    @Test
    void refusesWrongLabels() throws IOException {
        Files.write(labelFile, images(2, 2, 3));
        refused(labelFile, "images and labels are swapped");

        Files.write(labelFile, concat(labels(1, 2), (byte) 3));
        refused(labelFile, "promises 2 bytes of labels, but the file has 3");

        Files.write(labelFile, Arrays.copyOf(labels(1, 2), 9));
        refused(labelFile, "promises 2 bytes of labels, but only 1 are there");

        Files.write(labelFile, labels());
        refused(labelFile, "holds no labels");
    }

    @Test
    void refusesALabelOutOfRange() throws IOException {
        Files.write(labelFile, labels(9, 10));
        refused(labelFile, "label 10 at position 1 is out of range: 10 classes are 0 to 9");

        Files.write(labelFile, labels(255, 0));
        refused(labelFile, "label 255 at position 0");
    }

    @Test
    void refusesDifferentCounts() throws IOException {
        Files.write(labelFile, labels(1, 2, 3));

        refused(labelFile, "has 3 labels, but " + imageFile + " has 2 images");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesEveryTruncation(boolean compressed) throws IOException {
        byte[] whole = compressed ? gzip(images(2, 2, 3)) : images(2, 2, 3);
        for (int length = 0; length < whole.length; length++) {
            Files.write(imageFile, Arrays.copyOf(whole, length));
            assertThatExceptionOfType(DataFormatException.class).isThrownBy(this::read);
        }
    }

    @Test
    void aDamagedBitInGzipIsRefusedOrHarmless() throws IOException {
        LabelledImages good = read();
        byte[] whole = gzip(images(2, 2, 3));
        int harmless = 0;
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            Files.write(imageFile, damaged);
            try {
                LabelledImages read = read();
                for (int p = 0; p < 12; p++) {
                    assertThat(read.pixel(p / 6, p % 6)).isEqualTo(good.pixel(p / 6, p % 6));
                }
                harmless++;
            } catch (DataFormatException refused) {
                assertThat(refused).hasMessageStartingWith(imageFile + ": ");
            }
        }
        // the text flag, six bytes of time, level and system, and up to seven unused bits at the end of the data
        assertThat(harmless).isBetween(1 + 6 * 8, 1 + 6 * 8 + 7);
    }

    @Test
    void aBombIsNotUnpackedBeyondItsHeadersPromise() throws IOException {
        // 64 MiB of zeros behind a promise of 12 bytes
        byte[] bomb = gzip(concat(images(2, 2, 3), new byte[1 << 26]));
        assertThat(bomb.length).isLessThan(1 << 17);
        Files.write(imageFile, bomb);

        refused(imageFile, "promises 12 bytes of images, but more follow");
    }

    @Test
    void aPromiseBeyondTheMemoryLimitIsRefused() throws IOException {
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> new IdxReader(11).read(imageFile, labelFile, 10))
                .withMessage(imageFile + ": the header promises 12 bytes of images, more than the limit of 11");
        assertThatCode(() -> new IdxReader(12).read(imageFile, labelFile, 10)).doesNotThrowAnyException();
    }

    @Test
    void aMissingFileAndAFolderAreToldInOneLine() {
        Path missing = folder.resolve("nothing");
        assertThatExceptionOfType(FileNotFoundException.class)
                .isThrownBy(() -> new IdxReader().read(missing, labelFile, 10))
                .withMessage(missing + ": no such file");
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> new IdxReader().read(folder, labelFile, 10))
                .withMessage(folder + ": is a folder, not a file of images");
    }

    @Test
    void refusesAnImpossibleNumberOfClasses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IdxReader().read(imageFile, labelFile, 0))
                .withMessageContaining("not 0");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
