package io.nabla.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nabla.testkit.UntrustedInput;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as a file of images or of labels. */
class ImageFilesFuzzTest {
    private static final int CLASSES = 10;

    @TempDir
    static Path folder;

    /** Sound files of both kinds, as they are and packed. */
    static List<byte[]> idxFiles() {
        byte[] images = IdxBytes.images(2, 2, 3);
        byte[] labels = IdxBytes.labels(3, 9);
        return List.of(images, labels, IdxBytes.gzip(images), IdxBytes.gzip(labels));
    }

    /** As images of given labels, as labels of given images, and as images without labels. */
    @DictionaryEntries({"\\x00\\x00\\x08\\x03", "\\x00\\x00\\x08\\x01", "\\x1f\\x8b\\x08", "\\xff\\xff\\xff\\xff"})
    @MethodSource("idxFiles")
    @FuzzTest(maxDuration = "10m")
    void idx(byte[] bytes) throws IOException {
        Path any = Files.write(folder.resolve("any"), bytes);
        Path images = folder.resolve("images");
        Path labels = folder.resolve("labels");
        if (Files.notExists(images)) {
            Files.write(images, IdxBytes.images(2, 2, 3));
            Files.write(labels, IdxBytes.labels(3, 9));
        }
        IdxReader reader = new IdxReader();
        UntrustedInput.read(() -> reader.read(any, labels, CLASSES), DataFormatException.class)
                .ifPresent(ImageFilesFuzzTest::assertUsable);
        UntrustedInput.read(() -> reader.read(images, any, CLASSES), DataFormatException.class)
                .ifPresent(ImageFilesFuzzTest::assertUsable);
        if (bytes.length > 0 && bytes[0] != (byte) 0x89) {
            unlabelled(any, ImageColor.GREY);
        }
    }

    /** Images of all kinds of pixels. */
    static List<byte[]> pngFiles() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (int type : new int[] {
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_USHORT_GRAY,
            BufferedImage.TYPE_3BYTE_BGR,
            BufferedImage.TYPE_4BYTE_ABGR,
            BufferedImage.TYPE_BYTE_BINARY,
            BufferedImage.TYPE_BYTE_INDEXED
        }) {
            BufferedImage image = new BufferedImage(3, 2, type);
            image.setRGB(1, 1, 0xFF4080C0);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            files.add(out.toByteArray());
        }
        return files;
    }

    /** With right checksums, which no fuzzer would guess. */
    @DictionaryEntries({"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "iCCP", "zTXt", "iTXt", "bKGD", "\\x00\\x00\\x27\\x10"})
    @MethodSource("pngFiles")
    @FuzzTest(maxDuration = "10m")
    void png(byte[] bytes) throws IOException {
        byte[] chunks = withChecksums(bytes.clone());
        if (chunks.length > 0) {
            chunks[0] = (byte) 0x89;
        }
        Path any = Files.write(folder.resolve("any.png"), chunks);
        unlabelled(any, ImageColor.GREY);
        unlabelled(any, ImageColor.RGB);
    }

    private static byte[] withChecksums(byte[] bytes) {
        ByteBuffer chunks = ByteBuffer.wrap(bytes);
        int at = Long.BYTES;
        while (bytes.length - at >= 12) {
            int length = chunks.getInt(at);
            if (length < 0 || length > bytes.length - at - 12) {
                return bytes;
            }
            CRC32 checksum = new CRC32();
            checksum.update(bytes, at + 4, length + 4);
            chunks.putInt(at + 8 + length, (int) checksum.getValue());
            at += 12 + length;
        }
        return bytes;
    }

    private static void unlabelled(Path file, ImageColor color) {
        UntrustedInput.read(() -> new UnlabelledReader(color).read(file), DataFormatException.class)
                .ifPresent(images -> {
                    assertThat(images.shape().dimensions().get(0)).isEqualTo(color.channels());
                    assertUsable(images);
                });
    }

    private static void assertUsable(LabelledImages images) {
        int last = images.size() - 1;
        byte[] pixels = new byte[images.shape().size()];
        images.copyPixels(last, pixels, 0);
        assertThat(images.pixel(last, pixels.length - 1)).isEqualTo(pixels[pixels.length - 1] & 0xFF);
        assertThat(images.label(last)).isBetween(0, images.classes() - 1);
    }
}
