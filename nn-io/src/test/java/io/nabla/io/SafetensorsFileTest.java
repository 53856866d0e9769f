package io.nabla.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsFileTest {
    private static final Kernels DOUBLES = PlainKernels.of(Precision.DOUBLE);
    private static final Kernels FLOATS = PlainKernels.of(Precision.FLOAT);

    @TempDir
    Path folder;

    private Path file(String header, int dataBytes) throws IOException {
        return file(header.getBytes(StandardCharsets.UTF_8), new byte[dataBytes]);
    }

    private Path file(byte[] header, byte[] data) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length).put(header).put(data);
        return Files.write(folder.resolve("a.safetensors"), bytes.array());
    }

    private static String tensor(String type, String shape, String offsets) {
        return "{\"a\":{\"dtype\":\"" + type + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}}";
    }

    private static void assertRefused(Path file, String... words) {
        assertThatThrownBy(() -> SafetensorsFile.open(file).close())
                .isInstanceOf(ModelFormatException.class)
                .message()
                .startsWith(file + ", byte ")
                .contains(words)
                .doesNotContain("\n")
                .hasSizeLessThan(500);
    }

    /** Written by safetensors 0.8.0 for Python, save_file of NumPy arrays. */
    @Test
    void aFileFromPythonIsRead() throws IOException {
        Path python = folder.resolve("numpy.safetensors");
        try (InputStream in = SafetensorsFileTest.class.getResourceAsStream("numpy.safetensors")) {
            Files.copy(in, python);
        }
        try (SafetensorsFile file = SafetensorsFile.open(python)) {
            assertThat(file.metadata()).containsOnly(Map.entry("framework", "numpy"), Map.entry("note", "Zoë"));
            assertThat(file.tensors().stream().map(TensorInfo::name))
                    .containsExactly("1.biases", "scalar", "1.weights", "empty");
            Matrix w = Matrix.zeros(FLOATS, 2, 3);
            file.read("1.weights", w);
            assertThat(w.sameBits(Matrix.of(FLOATS, new double[][] {{1.5, -2.25, 3}, {0.1, 1e-30, -7}})))
                    .isTrue();
            Matrix b = Matrix.zeros(DOUBLES, 2, 1);
            file.read("1.biases", b);
            assertThat(b.sameBits(Matrix.column(DOUBLES, 0.5, -0.5))).isTrue();
        }
    }

    @Test
    void whatIsWrittenIsReadBitForBit() throws IOException {
        Random random = new Random(1);
        Matrix w = Matrix.zeros(DOUBLES, 123, 77); // more than a buffer
        Matrix b = Matrix.zeros(FLOATS, 5, 1);
        for (int i = 0; i < w.size(); i++) {
            w.set(i, random.nextGaussian());
        }
        for (int i = 0; i < b.size(); i++) {
            b.set(i, -0.0);
        }
        Path path = folder.resolve("b.safetensors");
        Files.writeString(path, "an older file");
        SafetensorsWriter.write(
                path,
                Map.of("note", "\"Zoë\"\n"),
                List.of(new NamedMatrix("w", w, false), new NamedMatrix("b", b, true), new NamedMatrix("c", b, false)));

        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            assertThat(file.metadata()).containsOnly(Map.entry("note", "\"Zoë\"\n"));
            assertThat(file.tensors().stream().map(TensorInfo::shape))
                    .containsExactly(List.of(123L, 77L), List.of(5L), List.of(5L, 1L));
            Matrix again = Matrix.zeros(DOUBLES, 123, 77);
            file.read("w", again);
            assertThat(again.sameBits(w)).isTrue();
            Matrix wide = Matrix.zeros(DOUBLES, 5, 1); // floats in doubles: exact
            file.read("c", wide);
            assertThat(wide.get(4)).isEqualTo(-0.0);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(path);
        }
    }

    /** The bytes of the format, told by its documentation: rows one behind the other, little-endian. */
    @Test
    void theBytesAreThoseOfTheFormat() throws IOException {
        Path path = folder.resolve("c.safetensors");
        Matrix w = Matrix.of(FLOATS, new double[][] {{1, 2}, {3, 4}});
        SafetensorsWriter.write(path, Map.of(), List.of(new NamedMatrix("1.w", w, false)));

        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[(int) bytes.getLong()];
        bytes.get(header);
        assertThat(new String(header, StandardCharsets.UTF_8).strip())
                .isEqualTo("{\"__metadata__\":{},\"1.w\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]}}");
        assertThat(bytes.position() % 8).isZero();
        assertThat(new float[] {bytes.getFloat(), bytes.getFloat(), bytes.getFloat(), bytes.getFloat()})
                .containsExactly(1, 2, 3, 4);
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void aSoundFileIsNotRefused() throws IOException {
        try (SafetensorsFile file = SafetensorsFile.open(file(tensor("F64", "[2,3]", "[0,48]") + "  ", 48))) {
            assertThat(file.tensors().get(0).elements()).isEqualTo(6);
        }
        SafetensorsFile.open(file("{}", 0)).close();
        SafetensorsFile.open(file(tensor("F64", "[0,99]", "[0,0]"), 0)).close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[4194305, 4194305, 211106198978564] | [0,48] | too large for any file",
                "[9223372036854775807]               | [0,48] | too large for any file",
                "[2, 9223372036854775807]            | [0,48] | too large for any file",
                "[2, 18446744073709551614]           | [0,48] | a list of whole numbers from 0 to 9223372036854775807",
                "[0, 4611686018427387904, 4]         | [0,48] | but lies from 0 to 48",
                "[9223372036854775808]               | [0,48] | a list of whole numbers from 0 to 9223372036854775807",
                "[-6]                                | [0,48] | a list of whole numbers",
                "[6.0]                               | [0,48] | a list of whole numbers",
                "[\"6\"]                             | [0,48] | a list of whole numbers",
                "6                                   | [0,48] | which is a list, but it is not",
                "[1,1,1,1,1,1,1,1,6]                 | [0,48] | of more than 8 numbers",
                "[5]                                 | [0,48] | has 40 bytes, but lies from 0 to 48",
                "[7]                                 | [0,56] | lies from 0 to 56, but the numbers in the file have 48 bytes",
                "[6]                                 | [48,0] | lies from 48 to 0",
                "[5]                                 | [8,48] | begins at 8, but the one before ends at 0",
                "[5]                                 | [0,40] | the tensors end at 40, but the numbers in the file have 48",
                "[6]                                 | [0]    | needs a dtype, a shape and two data_offsets",
                "[6]                                 | [0,48,48] | of more than 2 numbers",
                "[6]                                 | [0,18446744073709551664] | a list of whole numbers"
            })
    void wrongShapesAndOffsetsAreRefused(String shape, String offsets, String message) throws IOException {
        assertRefused(file(tensor("F64", shape, offsets), 48), message);
    }

    @Test
    void overlapsAreRefused() throws IOException {
        String two = "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[%d,%d]}}";
        assertRefused(
                file(String.format(two, 8, 24), 24), "'b' begins at 8, in the midst of the one before", "ends at 16");
        assertRefused(file(String.format(two, 0, 16), 16), "'b' begins at 0, in the midst");
        assertRefused(file(String.format(two, 24, 40), 40), "'b' begins at 24, but the one before ends at 16");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                       | is no JSON object: it does not begin with {",
                // a brace
                "[{\"a\": {\"dtype\": \"F32\", \"shape\": [0], \"data_offsets\": [0,0]}}] | is no JSON object: it does not begin with {",
                "{} x                     | not JSON",
                "{}{}                     | something follows behind the header's JSON object",
                "{\"a\":                  | not JSON",
                "{'a': 1}                 | not JSON",
                "{\"a\": 1}               | tensor 'a' is an object, but it is not",
                "{\"a\": {}}              | tensor 'a' needs a dtype, a shape and two data_offsets; it has []",
                "{\"a\": {\"dtype\": \"F16\"}} | tensor 'a' is of type 'F16', which is not read; have F32, F64",
                "{\"a\": {\"dtype\": 3}}  | tensor 'a' has a text as its dtype, but it is not",
                "{\"a\": {\"dtype\": \"F32\", \"dtype\": \"F64\"}} | tensor 'a' has 'dtype' twice",
                "{\"a\": {\"x\": 1}}      | tensor 'a' has an unknown key 'x'",
                "{\"__metadata__\": 1}    | __metadata__ is an object of texts, but it is not",
                "{\"__metadata__\": {\"a\": 1}} | __metadata__ holds texts alone",
                "{\"__metadata__\": {\"a\": \"\", \"a\": \"\"}} | 'a' is in __metadata__ twice",
                "{\"__metadata__\": {}, \"__metadata__\": {}} | __metadata__ is there twice"
            })
    void wrongHeadersAreRefused(String header, String message) throws IOException {
        assertRefused(file(header, 0), message);
    }

    @Test
    void duplicateTensorsAreRefused() throws IOException {
        String one = "\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}";
        assertRefused(file("{" + one + "," + one + "}", 0), "tensor 'a' is there twice");
    }

    @Test
    void otherEncodingsAreRefused() throws IOException {
        assertRefused(file("{}".getBytes(StandardCharsets.UTF_16LE), new byte[0]), "zero byte");
        assertRefused(file("{}".getBytes(StandardCharsets.UTF_16), new byte[0]), "does not begin with {");
        assertRefused(file(" {}", 0), "does not begin with {");
        assertRefused(file("\uFEFF{}".getBytes(StandardCharsets.UTF_8), new byte[0]), "does not begin with {");
        assertRefused(file(new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"'}, new byte[0]), "not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 0, 1, 11, 1 << 24, (1 << 24) + 1, 0x100000002L})
    void wrongLengthsOfTheHeaderAreRefused(long length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
        Path path = Files.write(folder.resolve("a"), bytes.putLong(length).array());
        assertRefused(
                path, "byte 0", "its header has " + Long.toUnsignedString(length) + " bytes; 2 to 10 are possible");
    }

    @Test
    void whatIsNoFileIsRefused() throws IOException {
        assertRefused(Files.write(folder.resolve("empty"), new byte[0]), "it has 0 bytes, too few for a header");
        assertRefused(Files.write(folder.resolve("short"), new byte[9]), "it has 9 bytes");
        assertRefused(folder, "a folder");
        assertThatThrownBy(() -> SafetensorsFile.open(folder.resolve("none"))).isInstanceOf(IOException.class);
    }

    @Test
    void countsAreCapped() throws IOException {
        StringBuilder many = new StringBuilder("{\"x\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}");
        for (int i = 0; i < 10_000; i++) {
            many.append(",\"").append(i).append("\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}");
        }
        assertRefused(file(many.append("}").toString(), 0), "more than 10000 tensors");
        StringBuilder texts = new StringBuilder("{\"__metadata__\":{\"x\":\"\"");
        for (int i = 0; i < 1_000; i++) {
            texts.append(",\"").append(i).append("\":\"\"");
        }
        assertRefused(file(texts.append("}}").toString(), 0), "more than 1000 texts");
        assertRefused(file("{\"a\":" + "[".repeat(100_000), 0), "tensor 'a' is an object");
        String longName = "x\\n".repeat(10_000);
        assertRefused(file("{\"" + longName + "\":1}", 0), "tensor 'x?x?");
    }

    @Test
    void matricesOfAnotherShapeOrPrecisionAreRefused() throws IOException {
        try (SafetensorsFile file = SafetensorsFile.open(file(tensor("F64", "[2,3]", "[0,48]"), 48))) {
            assertThatThrownBy(() -> file.read("a", Matrix.zeros(DOUBLES, 3, 2)))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining("has the shape [2, 3], but the network wants 3 rows and 2 columns");
            assertThatThrownBy(() -> file.read("a", Matrix.zeros(FLOATS, 2, 3)))
                    .hasMessageContaining("holds doubles, which floats would round");
            assertThatThrownBy(() -> file.read("b", Matrix.zeros(FLOATS, 2, 3)))
                    .hasMessageContaining("no tensor 'b' is there");
        }
    }

    @Test
    void nanIsRefusedWithItsPlace() throws IOException {
        byte[] data = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(8, Float.NaN)
                .array();
        byte[] header = tensor("F32", "[2,2]", "[0,16]").getBytes(StandardCharsets.UTF_8);
        try (SafetensorsFile file = SafetensorsFile.open(file(header, data))) {
            assertThatThrownBy(() -> file.read("a", Matrix.zeros(FLOATS, 2, 2)))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining(
                            "byte " + (8 + header.length + 8) + ": tensor 'a' holds NaN in row 1, column 0");
        }
    }

    @Test
    void anythingElseIsRefusedOrReadButNeverFailsOtherwise() throws IOException {
        byte[] sound = Files.readAllBytes(file(tensor("F32", "[2,2]", "[0,16]"), 16));
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = sound.clone();
            for (int k = 0; k <= random.nextInt(3); k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Path path = Files.write(folder.resolve("mutant"), bytes);
            try (SafetensorsFile file = SafetensorsFile.open(path)) {
                assertThat(file.tensors()).hasSizeLessThan(2);
            } catch (ModelFormatException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    @Test
    void twoMatricesOfOneNameAreNotWritten() {
        Matrix w = Matrix.zeros(FLOATS, 1, 1);
        NamedMatrix named = new NamedMatrix("w", w, false);
        assertThatThrownBy(() -> SafetensorsWriter.write(folder.resolve("x"), Map.of(), List.of(named, named)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same name");
        assertThatThrownBy(() -> SafetensorsWriter.write(folder.resolve("no").resolve("x"), Map.of(), List.of(named)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its folder does not exist");
    }
}
