package io.nabla.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.kernels.PlainKernels;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFolderReaderTest {
    @TempDir
    Path folder;

    private final ImageFolderReader grey = new ImageFolderReader(ImageColor.GREY);
    private final ImageFolderReader rgb = new ImageFolderReader(ImageColor.RGB);

    /** Two rows of three pixels each, drawn by what the file keeps and not through a colour model. */
    private static BufferedImage image(int type, int... samples) {
        BufferedImage image = new BufferedImage(3, 2, type);
        image.getRaster().setPixels(0, 0, 3, 2, samples);
        return image;
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(image, "png", out)).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] greyPng(int... pixels) {
        return png(image(BufferedImage.TYPE_BYTE_GRAY, pixels));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    @BeforeEach
    void twoClasses() throws IOException {
        write("zebra/2.png", greyPng(1, 2, 3, 4, 5, 6));
        write("zebra/10.PNG", greyPng(9, 9, 9, 9, 9, 9));
        write("ant/a.png", greyPng(0, 50, 100, 150, 200, 255));
    }

    private void refused(Path file, String problem) {
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> grey.read(folder))
                .withMessageStartingWith(file + ": " + problem)
                .withMessageNotContainingAny("\n");
    }

    private static int[] pixels(LabelledImages images, int example) {
        byte[] pixels = new byte[images.pixelsPerImage()];
        images.copyPixels(example, pixels, 0);
        int[] values = new int[pixels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = pixels[i] & 0xFF;
        }
        return values;
    }

    @Test
    void classesAndImagesStandInTheOrderOfTheAlphabet() throws IOException {
        ImageFolder read = grey.read(folder);

        assertThat(read.classes()).containsExactly("ant", "zebra");
        assertThat(read.images()).hasToString("3 images of 2 x 3 pixels in 2 classes");
        assertThat(pixels(read.images(), 0)).containsExactly(0, 50, 100, 150, 200, 255);
        assertThat(pixels(read.images(), 1)).containsOnly(9);
        assertThat(pixels(read.images(), 2)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(read.images().label(0)).isZero();
        assertThat(read.images().label(2)).isEqualTo(1);
        assertThat(read.dataset().inputs()).isEqualTo(Shape.of(1, 2, 3));
        assertThat(read.dataset().targets()).isEqualTo(Shape.of(2));
    }

    @Test
    void coloursBecomeThreeChannels() throws IOException {
        write(
                "ant/a.png",
                png(image(BufferedImage.TYPE_INT_RGB, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 255)));

        LabelledImages images = rgb.read(folder).images();

        assertThat(images).hasToString("3 images of 3 x 2 x 3 pixels in 2 classes");
        assertThat(pixels(images, 0)).containsExactly(1, 4, 7, 10, 13, 16, 2, 5, 8, 11, 14, 17, 3, 6, 9, 12, 15, 255);
        assertThat(pixels(images, 2)).containsExactly(1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6);
        ImageDataset data = new ImageDataset(images.slice(0, 2));
        Matrix x = Matrix.zeros(PlainKernels.of(Precision.DOUBLE), 18, 1);
        Matrix y = Matrix.zeros(PlainKernels.of(Precision.DOUBLE), 2, 1);
        data.copyExamples(new int[] {0}, 0, x, y);
        assertThat(data.inputs()).isEqualTo(Shape.of(3, 2, 3));
        assertThat(x.get(6)).isEqualTo(2 / 256.0);
        // 0.299 · 1 + 0.587 · 2 + 0.114 · 3 = 1.815, and 0.299 · 16 + 0.587 · 17 + 0.114 · 255 = 43.833
        assertThat(pixels(grey.read(folder).images(), 0)).startsWith(2).endsWith(44);
    }

    @Test
    void everyKindOfPngIsRead() throws IOException {
        write("ant/a.png", png(image(BufferedImage.TYPE_USHORT_GRAY, 0, 65535, 257, 128, 129, 32896)));
        assertThat(pixels(grey.read(folder).images(), 0)).containsExactly(0, 255, 1, 0, 1, 128);
        write("ant/a.png", png(image(BufferedImage.TYPE_BYTE_BINARY, 0, 1, 0, 1, 1, 0)));
        assertThat(pixels(grey.read(folder).images(), 0)).containsExactly(0, 255, 0, 255, 255, 0);
        BufferedImage palette = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_INDEXED);
        palette.setRGB(2, 1, 0xFFFF0000);
        write("ant/a.png", png(palette));
        assertThat(pixels(rgb.read(folder).images(), 0))
                .startsWith(0, 0, 0, 0, 0, 255, 0)
                .endsWith(0);
        int[] opaque = new int[24];
        Arrays.fill(opaque, 255);
        write("ant/a.png", png(image(BufferedImage.TYPE_INT_ARGB, opaque)));
        assertThat(pixels(rgb.read(folder).images(), 0)).containsOnly(255);
    }

    @Test
    void transparentImagesAreRefused() throws IOException {
        int[] samples = new int[24];
        Arrays.fill(samples, 255);
        samples[23] = 254;
        Path file = write("ant/a.png", png(image(BufferedImage.TYPE_INT_ARGB, samples)));
        refused(file, "the pixel in row 2, column 3 is transparent; put the image on a background");
        Path key = write("ant/a.png", withChunk(greyPng(1, 2, 3, 4, 5, 6), "tRNS", new byte[] {0, 3}));
        refused(key, "has a transparent colour; put the image on a background");
    }

    /** A chunk behind the header. */
    private static byte[] withChunk(byte[] png, String type, byte[] data) {
        byte[] typed = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 checksum = new CRC32();
        checksum.update(typed);
        return ByteBuffer.allocate(png.length + data.length + 12)
                .put(png, 0, 33)
                .putInt(data.length)
                .put(typed)
                .putInt((int) checksum.getValue())
                .put(png, 33, png.length - 33)
                .array();
    }

    @Test
    void hiddenFilesArePassedOver() throws IOException {
        write(".DS_Store", new byte[1]);
        write("ant/.thumbnail", new byte[1]);
        write(".git/x.png", new byte[1]);
        assertThat(grey.read(folder).images().size()).isEqualTo(3);
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path photo = write("ant/b.jpg", new byte[1]);
        refused(photo, "is no file of the name *.png; convert it to PNG or take it away");
        Files.delete(photo);
        Path inner = write("ant/inner.png/x.png", greyPng(1, 2, 3, 4, 5, 6)).getParent();
        refused(inner, "is no file of the name *.png");
        Files.delete(inner.resolve("x.png"));
        Files.delete(inner);
        Path beside = write("image.png", greyPng(1, 2, 3, 4, 5, 6));
        refused(beside, "is no folder; beside the folders of the classes nothing else can be, take it away");
    }

    @Test
    void anImageOfAnotherSizeIsRefused() throws IOException {
        Path file = write("zebra/3.png", png(new BufferedImage(4, 2, BufferedImage.TYPE_BYTE_GRAY)));
        refused(
                file,
                "has 2 x 4 pixels, but " + folder.resolve("ant/a.png") + " has 2 x 3; bring all images to one size");
    }

    @Test
    void everyBeginningOfAnImageIsRefused() throws IOException {
        byte[] whole = greyPng(1, 2, 3, 4, 5, 6);
        for (int length = 0; length < whole.length; length++) {
            refused(write("zebra/2.png", Arrays.copyOf(whole, length)), "is ");
        }
    }

    @Test
    void everyFlippedBitIsRefused() throws IOException {
        byte[] whole = greyPng(1, 2, 3, 4, 5, 6);
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 4;
            Path file = write("zebra/2.png", flipped);
            assertThatExceptionOfType(DataFormatException.class)
                    .describedAs("byte %d", at)
                    .isThrownBy(() -> grey.read(folder))
                    .withMessageStartingWith(file + ": ");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10_001, Integer.MAX_VALUE, -1, 0})
    void aSizeThatCannotBeIsRefusedBeforeAnythingIsDecoded(int width) throws IOException {
        byte[] bomb =
                ByteBuffer.wrap(greyPng(1, 2, 3, 4, 5, 6)).putInt(16, width).array();
        Path file = write("ant/a.png", bomb);
        refused(
                file,
                "the header says 2 x " + Integer.toUnsignedString(width) + " pixels; 1 to 10000 each way can be read");
    }

    /** A few bytes whose header asks for a hundred million pixels, in every image: they all have one size. */
    @Test
    void imagesThatTheirFilesCannotHoldAreRefusedBeforeMemoryIsTaken() throws IOException {
        byte[] forged = ByteBuffer.wrap(greyPng(1, 2, 3, 4, 5, 6))
                .putInt(16, 10_000)
                .putInt(20, 9_999)
                .array();
        write("zebra/2.png", forged);
        write("zebra/10.PNG", forged);
        Path first = write("ant/a.png", forged);
        refused(first, "the header says 9999 x 10000 pixels, but " + forged.length + " bytes cannot hold as many");
    }

    @Test
    void moreThanTheLimitIsRefusedByTheHeaders() throws IOException {
        assertThat(new ImageFolderReader(ImageColor.GREY, 18)
                        .read(folder)
                        .images()
                        .size())
                .isEqualTo(3);
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> new ImageFolderReader(ImageColor.RGB, 53).read(folder))
                .withMessage(
                        folder + ": 3 images of 2 x 3 pixels and 3 channels need 54 bytes, more than the limit of 53");
    }

    @Test
    void aFileFarTooLargeForItsPixelsIsRefused() throws IOException {
        byte[] padded = withChunk(greyPng(1, 2, 3, 4, 5, 6), "tEXt", new byte[1 << 20]);
        Path file = write("ant/a.png", padded);
        refused(file, "is larger than " + ((1 << 20) + 48) + " bytes, too large for 2 x 3 pixels");
    }

    @Test
    void aTestSetTakesTheClassesOfTheTrainingSet() throws IOException {
        ImageFolder read = grey.read(folder, List.of("zebra", "ant", "bee"));
        assertThat(read.images().classes()).isEqualTo(3);
        assertThat(read.images().label(0)).isEqualTo(1);
        assertThat(read.images().label(1)).isZero();
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> grey.read(folder, List.of("ants", "zebra")))
                .withMessage(folder.resolve("ant") + ": is the folder of no known class; did you mean 'ants'?");
        assertThatIllegalArgumentException().isThrownBy(() -> grey.read(folder, List.of()));
    }

    @Test
    void foldersThatDoNotFitAreRefused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("bee"));
        refused(empty, "has no image; put some in, or take the folder away");
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> grey.read(empty))
                .withMessage(empty + ": has 0 folders; it needs one for each class, 2 to 256");
        assertThatExceptionOfType(FileNotFoundException.class)
                .isThrownBy(() -> grey.read(folder.resolve("none")))
                .withMessage(folder.resolve("none") + ": no such folder");
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> grey.read(folder.resolve("ant/a.png")))
                .withMessageContaining("is a file, not a folder");
    }
}
