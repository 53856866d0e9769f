package io.nabla.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nabla.api.Dataset;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.data.DataFormatException;
import io.nabla.testkit.UntrustedInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as a table, and any text as the encoding of one. */
class TableFuzzTest {
    private static final TableTask TASK = TableTask.target("t")
            .withMissing(MissingNumbers.MEDIAN)
            .withMissing(MissingCategories.OWN_CATEGORY)
            .withUnknown(UnknownCategories.ZEROS);

    private static final TableEncoding ENCODING = new TableEncoding(
            List.of(
                    new NumberInput("a", 0.1, 1e-3, OptionalDouble.of(2)),
                    new CategoryInput(
                            "b", List.of("x", "y"), MissingCategories.OWN_CATEGORY, 2, UnknownCategories.ZEROS)),
            new ClassTarget("t", List.of("no", "yes")));

    @TempDir
    static Path folder;

    static List<byte[]> tables() {
        return Stream.of(
                        "a,b,t\n1,x,no\n2,y,yes\n,x,yes\n",
                        "t,\"a\",b\r\n0.5,-1e3,\"x\"\r\n7,.5,\"y \"\"q\"\"\"\r\n",
                        "b,t\nx,1\ny,2\n\"x\ny\",3\n",
                        "\uFEFFa,t\n0x1p3,no\n1e999,yes\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** As a table to learn from, and as one for an encoding that was learned already. */
    @DictionaryEntries({
        "a,b,t",
        "\\\"",
        "\\x0d\\x0a",
        "1e308",
        "-1e308",
        "4.9e-324",
        "NaN",
        "\\xef\\xbb\\xbf",
        "\\xc2\\x85"
    })
    @MethodSource("tables")
    @FuzzTest(maxDuration = "10m")
    void table(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("table.csv"), bytes);
        TableReader reader = new TableReader(CsvFormat.standard());
        UntrustedInput.read(() -> learned(reader, file), DataFormatException.class)
                .ifPresent(rows -> assertThat(rows).isPositive());
        UntrustedInput.read(() -> encoded(reader, file), DataFormatException.class)
                .ifPresent(rows -> assertThat(rows).isPositive());
        UntrustedInput.read(() -> inputs(reader, file), DataFormatException.class)
                .ifPresent(rows -> assertThat(rows).isPositive());
    }

    private static int learned(TableReader reader, Path file) throws IOException {
        try (Table table = reader.read(file, TASK)) {
            UntrustedInput.read(table::whole, IllegalArgumentException.class).ifPresent(whole -> {
                assertFinite(whole.training());
                assertThat(TableEncoding.parse(whole.encoding().toText())).isEqualTo(whole.encoding());
            });
            return table.rows();
        }
    }

    private static int encoded(TableReader reader, Path file) throws IOException {
        try (TableDataset data = reader.read(file, ENCODING)) {
            assertFinite(data);
            return data.size();
        }
    }

    private static int inputs(TableReader reader, Path file) throws IOException {
        try (TableInputs inputs = reader.readInputs(file, ENCODING)) {
            Matrix x = zeros(ENCODING.inputShape().size());
            inputs.copyInputs(inputs.size() - 1, x);
            assertFinite(x);
            return inputs.size();
        }
    }

    private static void assertFinite(Dataset data) {
        Matrix x = zeros(data.inputs().size());
        Matrix y = zeros(data.targets().size());
        data.copyExamples(new int[] {data.size() - 1}, 0, x, y);
        assertFinite(x);
        assertFinite(y);
    }

    private static Matrix zeros(int rows) {
        return Matrix.zeros(PlainKernels.of(Precision.DOUBLE), rows, 1);
    }

    private static void assertFinite(Matrix matrix) {
        for (int i = 0; i < matrix.size(); i++) {
            assertThat(matrix.get(i)).isFinite();
        }
    }

    static List<byte[]> encodings() {
        TableEncoding numbers = new TableEncoding(
                List.of(new NumberInput("\\a\t", -1e-300, 1e300, OptionalDouble.empty())),
                new NumberTarget("t", 1.0 / 3, 2));
        return Stream.of(ENCODING, numbers)
                .map(encoding -> encoding.toText().getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** An encoding that is read goes to text and back. */
    @DictionaryEntries({
        "number\\x09",
        "categories\\x09",
        "target-number\\x09",
        "target-classes\\x09",
        "refuse",
        "end\\x0a",
        "OWN_CATEGORY",
        "MOST_FREQUENT",
        "REFUSE",
        "ZEROS",
        "4.9E-324",
        "1.7976931348623157E308"
    })
    @MethodSource("encodings")
    @FuzzTest(maxDuration = "10m")
    void encoding(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        UntrustedInput.read(() -> TableEncoding.parse(text), IllegalArgumentException.class)
                .ifPresent(encoding -> {
                    assertThat(TableEncoding.parse(encoding.toText())).isEqualTo(encoding);
                    assertThat(encoding.inputNames())
                            .hasSize(encoding.inputShape().size());
                });
    }
}
