package io.nabla.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.activations.Elu;
import io.nabla.activations.Relu;
import io.nabla.activations.Sigmoid;
import io.nabla.activations.Softmax;
import io.nabla.api.Activation;
import io.nabla.api.Catalog;
import io.nabla.api.Plugins;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.layers.Convolution2dFactory;
import io.nabla.layers.DenseFactory;
import io.nabla.layers.DropoutFactory;
import io.nabla.layers.MaxPool2dFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Models of format version 1, saved in November 2026, are read for ever, with the very outputs that they had then.
 *
 * <p>The files in {@code version1} must never be written again, whatever fails here: users have such files too. A program that reads them
 * no more, or with other outputs, is what is to be mended.
 */
class Version1Test {
    static final Plugins PLUGINS = new Plugins(
            Catalog.<Activation>of("activation", List.of(new Elu(), new Relu(), new Sigmoid(), new Softmax())),
            Catalog.of("cost", List.of()),
            Catalog.of(
                    "layer",
                    List.of(
                            new DenseFactory(),
                            new DropoutFactory(),
                            new Convolution2dFactory(),
                            new MaxPool2dFactory())),
            Catalog.of("optimizer", List.of()),
            Catalog.of("schedule", List.of()),
            Catalog.of("clipping", List.of()),
            Catalog.of("regularizer", List.of()),
            Catalog.of("initializer", List.of()));

    @TempDir
    Path folder;

    private byte[] resource(String name) throws IOException {
        try (InputStream in = Version1Test.class.getResourceAsStream("version1/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private ServedModel read(String name) throws IOException {
        Path file = Files.write(folder.resolve(name + ".safetensors"), resource(name + ".safetensors"));
        return ServedModel.read(file, PLUGINS, PlainKernels::of);
    }

    @ParameterizedTest
    @ValueSource(strings = {Version1Files.DENSE, Version1Files.CONVOLUTION, Version1Files.TABLE})
    void aModelOfVersion1GivesTheOutputsThatItGaveThen(String name) throws IOException {
        PredictionHandle handle = read(name).handle();
        List<double[]> lines = new String(resource(name + ".txt"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> Arrays.stream(line.split(" ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        assertThat(lines).hasSize(8);
        for (int i = 0; i < lines.size(); i += 2) {
            assertThat(handle.predict(lines.get(i))).isEqualTo(lines.get(i + 1));
        }
    }

    @Test
    void whatVersion1SaidOfAModelIsKnown() throws IOException {
        ServedModel convolution = read(Version1Files.CONVOLUTION);
        assertThat(convolution.labels()).containsExactly("Zoë", "b \"c\"", "d");
        assertThat(convolution.preprocessing()).isEqualTo(new Preprocessing.Pixels());
        assertThat(convolution.description().cost().settings().number("smoothing"))
                .isEqualTo(0.1);
        assertThat(read(Version1Files.DENSE).description().provenance()).containsEntry("seed", "11");

        ServedModel table = read(Version1Files.TABLE);
        assertThat(table.predict(Map.of("length\tof it", "12.5", "colour", "réd")))
                .isEqualTo(table.predict(new double[] {1, 0, 1, 0}));
        assertThat(table.predict(Map.of("length\tof it", "NA", "colour", "")))
                .isEqualTo(table.predict(new double[] {-0.2, 0, 0, 1}));
        assertThat(table.predict(Map.of("length\tof it", "10", "colour", "green")))
                .isEqualTo(table.predict(new double[] {0, 0, 0, 0}));
    }

    @Test
    void theFilesAreNeverWrittenAgain() throws IOException {
        Version1Files.write(folder);
        byte[] written = Files.readAllBytes(folder.resolve(Version1Files.DENSE + ".txt"));
        assertThatThrownBy(() -> Version1Files.write(folder))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("must be read for ever as it is");
        assertThat(folder.resolve(Version1Files.DENSE + ".txt")).hasBinaryContent(written);
    }
}
