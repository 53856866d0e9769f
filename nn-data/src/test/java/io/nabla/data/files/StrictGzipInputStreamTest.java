package io.nabla.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nabla.data.IdxBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class StrictGzipInputStreamTest {
    private static final byte[] DATA = new byte[100_000];

    static {
        for (int i = 0; i < DATA.length; i++) {
            DATA[i] = (byte) ((i * i) >>> 3);
        }
    }

    private static byte[] unpack(byte... packed) throws IOException {
        try (StrictGzipInputStream in = StrictGzipInputStream.open(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    @Test
    void unpacksWhatGzipPacked() throws IOException {
        assertThat(unpack(IdxBytes.gzip(DATA))).isEqualTo(DATA);
        assertThat(unpack(IdxBytes.gzip())).isEmpty();
    }

    @Test
    void staysAtTheEnd() throws IOException {
        try (StrictGzipInputStream in = StrictGzipInputStream.open(new ByteArrayInputStream(IdxBytes.gzip((byte) 5)))) {
            assertThat(in.read()).isEqualTo(5);
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void skipsEveryOptionalPartOfTheHeader() throws IOException {
        byte[] plain = IdxBytes.gzip((byte) 5);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.write(plain, 0, 3);
        packed.write(2 + 4 + 8 + 16); // header checksum, extra field, name, comment
        packed.write(plain, 4, 6);
        packed.writeBytes(new byte[] {3, 0, 'x', 'y', 'z'});
        packed.writeBytes(new byte[] {'n', 'a', 'm', 'e', 0});
        packed.writeBytes(new byte[] {'c', 0});
        packed.writeBytes(new byte[] {1, 2});
        packed.write(plain, 10, plain.length - 10);

        assertThat(unpack(packed.toByteArray())).containsExactly(5);
    }

    @Test
    void refusesWhatIsNoGzip() {
        assertThatExceptionOfType(ZipException.class)
                .isThrownBy(() -> unpack("hello, world".getBytes(StandardCharsets.UTF_8)))
                .withMessage("no gzip header");
    }

    @Test
    void everyTruncationIsAnEndOfFile() {
        byte[] packed = IdxBytes.gzip(Arrays.copyOf(DATA, 300));
        for (int length = 0; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatExceptionOfType(EOFException.class).isThrownBy(() -> unpack(cut));
        }
    }

    @Test
    void refusesWrongChecksumAndLength() {
        byte[] checksum = IdxBytes.gzip(DATA);
        checksum[checksum.length - 8] ^= 1;
        byte[] length = IdxBytes.gzip(DATA);
        length[length.length - 1] ^= 1;

        assertThatExceptionOfType(ZipException.class)
                .isThrownBy(() -> unpack(checksum))
                .withMessage("wrong checksum");
        assertThatExceptionOfType(ZipException.class)
                .isThrownBy(() -> unpack(length))
                .withMessage("wrong length");
    }

    @Test
    void refusesManyEmptyMembersWithoutAStackOverflow() {
        byte[] empty = IdxBytes.gzip();
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 0; i < 100_000; i++) {
            many.writeBytes(empty);
        }

        assertThatExceptionOfType(ZipException.class)
                .isThrownBy(() -> unpack(many.toByteArray()))
                .withMessage("more bytes after the end of the compressed data");
    }
}
