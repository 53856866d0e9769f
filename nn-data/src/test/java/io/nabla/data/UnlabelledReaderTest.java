package io.nabla.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.data.synthetic.SyntheticDigits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlabelledReaderTest {
    @TempDir
    Path folder;

    private final UnlabelledReader grey = new UnlabelledReader(ImageColor.GREY);

    @Test
    void aPngImageIsOneImage() throws IOException {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(2, 1, 0, 200);
        Path file = folder.resolve("name without end");
        ImageIO.write(image, "png", file.toFile());

        LabelledImages read = grey.read(file);

        assertThat(read.size()).isEqualTo(1);
        assertThat(read.shape().dimensions()).containsExactly(1, 2, 3);
        assertThat(read.pixel(0, 5)).isEqualTo(200);
        assertThat(read.pixel(0, 0)).isZero();
        assertThat(new UnlabelledReader(ImageColor.RGB).read(file).shape().dimensions())
                .containsExactly(3, 2, 3);
    }

    @Test
    void anIdxFileIsAllItsImages() throws IOException {
        LabelledImages digits = new SyntheticDigits(1).test(7);
        Path images = folder.resolve("images");
        IdxWriter.write(digits, images, folder.resolve("labels"));

        LabelledImages read = grey.read(images);

        assertThat(read.size()).isEqualTo(7);
        byte[] wanted = new byte[784];
        byte[] given = new byte[784];
        digits.copyPixels(6, wanted, 0);
        read.copyPixels(6, given, 0);
        assertThat(given).isEqualTo(wanted);
        assertThatThrownBy(() -> grey.read(folder.resolve("labels"))).isInstanceOf(DataFormatException.class);
    }

    @Test
    void anythingElseIsRefused() throws IOException {
        assertThatThrownBy(() -> grey.read(folder))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("folder");
        assertThatThrownBy(() -> grey.read(folder.resolve("none"))).isInstanceOf(FileNotFoundException.class);
        Path text = Files.writeString(folder.resolve("text"), "<html>");
        assertThatThrownBy(() -> grey.read(text))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("HTML");
        Path broken = Files.write(folder.resolve("broken"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        assertThatThrownBy(() -> grey.read(broken))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("PNG");
    }

    /** A few bytes whose header asks for gigabytes. */
    @Test
    void anImageThatAFileCannotHoldIsRefusedBeforeMemoryIsTaken() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB), "png", out);
        byte[] bytes = out.toByteArray();
        ByteBuffer.wrap(bytes).putInt(16, 10_000).putInt(20, 9_999);
        Path forged = Files.write(folder.resolve("forged"), bytes);
        assertThatThrownBy(() -> grey.read(forged))
                .isInstanceOf(DataFormatException.class)
                .hasMessage(forged + ": the header says 9999 x 10000 pixels, but " + bytes.length
                        + " bytes cannot hold as many: the file is cut off or forged");
    }
}
