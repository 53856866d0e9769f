package io.nabla.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Matrix;
import io.nabla.api.Plugins;
import io.nabla.api.Precision;
import io.nabla.core.Network;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.io.json.JsonReader;
import io.nabla.io.onnx.Plugged;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights under PyTorch's names, counted on from 0 through the whole file, so that each tells where it stood. */
class StateDictFileTest {
    private static final Plugins PLUGINS = Plugged.PLUGINS;

    @TempDir
    Path folder;

    /** A file of tensors such as {@code fc1.weight:3,4}, floats unless the name begins with a type. */
    private Path file(String... tensors) throws IOException {
        List<String> entries = new ArrayList<>();
        ByteBuffer data = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        int count = 0;
        for (String tensor : tensors) {
            String type = tensor.contains("!") ? tensor.substring(0, tensor.indexOf('!')) : "F32";
            String name = tensor.substring(tensor.indexOf('!') + 1, tensor.indexOf(':'));
            String shape = tensor.substring(tensor.indexOf(':') + 1);
            int begin = data.position();
            int size = 1;
            for (String dimension : shape.isEmpty() ? new String[0] : shape.split(",", -1)) {
                size *= Integer.parseInt(dimension);
            }
            for (int i = 0; i < size; i++) {
                switch (type) {
                    case "F64" -> data.putDouble(count++);
                    case "I64" -> data.putLong(count++);
                    default -> data.putFloat(count++);
                }
            }
            entries.add("\"%s\":{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%d,%d]}"
                    .formatted(name, type, shape, begin, data.position()));
        }
        byte[] header = ("{" + String.join(",", entries) + "}").getBytes(StandardCharsets.UTF_8);
        ByteBuffer whole = ByteBuffer.allocate(Long.BYTES + header.length + data.position())
                .order(ByteOrder.LITTLE_ENDIAN);
        whole.putLong(header.length).put(header).put(data.flip());
        return Files.write(folder.resolve("state.safetensors"), whole.array());
    }

    private static Network read(Path file, String description, Map<String, String> names) throws IOException {
        return StateDictFile.read(
                file,
                NetworkDescription.of(JsonReader.parse("network", description.replace('\'', '"'))),
                names,
                PLUGINS,
                PlainKernels::of);
    }

    private static double number(Network network, int layer, String parameter, int row, int column) {
        return network.layers().get(layer).parameters().get(parameter).get(row, column);
    }

    @Test
    void denseLayersAndConvolutions() throws IOException {
        // safetensors.torch orders tensors by their names
        Path file = file("conv1.bias:2", "conv1.weight:2,3,2,2", "fc1.weight:5,8");
        Network network = read(
                file,
                "{'inputs':[3,3,3],'layers':[{'kind':'convolution2d','filters':2,'kernel':2,'activation':'relu'},"
                        + "{'kind':'flatten'},{'kind':'dense','units':5,'activation':'identity'}]}",
                Map.of());
        assertThat(network.kernels().precision()).isEqualTo(Precision.FLOAT);
        assertThat(number(network, 0, "biases", 1, 0)).isEqualTo(1);
        // filter 1, channel 2, row 0, column 1 of [2, 3, 2, 2]
        assertThat(number(network, 0, "weights", 1, 2 * 4 + 1)).isEqualTo(2 + ((1 * 3 + 2) * 2 + 0) * 2 + 1);
        assertThat(number(network, 2, "weights", 4, 7)).isEqualTo(2 + 24 + 4 * 8 + 7);
        assertThat(number(network, 2, "biases", 4, 0)).isZero();
    }

    @Test
    void normalizationsEmbeddingsAndRecurrentUnits() throws IOException {
        Path file = file(
                "emb.weight:7,2",
                "gru.bias_hh_l0:9",
                "gru.bias_ih_l0:9",
                "gru.weight_hh_l0:9,3",
                "gru.weight_ih_l0:9,2",
                "n1.bias:3",
                "n1.weight:3",
                "n2.bias:3",
                "I64!n2.num_batches_tracked:",
                "n2.running_mean:3",
                "n2.running_var:3",
                "n2.weight:3");
        Network network = read(
                file,
                "{'inputs':4,'layers':[{'kind':'embedding','vocabulary':7,'size':2},{'kind':'gru','units':3},"
                        + "{'kind':'layer-norm'},{'kind':'batch-norm'}]}",
                Map.of());
        assertThat(number(network, 0, "weights", 1, 6)).isEqualTo(6 * 2 + 1); // a word's vector is a column here
        assertThat(number(network, 1, "recurrent-biases", 8, 0)).isEqualTo(14 + 8);
        assertThat(number(network, 1, "input-biases", 0, 0)).isEqualTo(14 + 9);
        assertThat(number(network, 1, "recurrent-weights", 8, 2)).isEqualTo(32 + 26);
        assertThat(number(network, 1, "input-weights", 1, 0)).isEqualTo(59 + 2);
        assertThat(number(network, 2, "beta", 0, 0)).isEqualTo(77);
        assertThat(number(network, 2, "gamma", 2, 0)).isEqualTo(82);
        assertThat(number(network, 3, "beta", 0, 0)).isEqualTo(83);
        assertThat(number(network, 3, "running-mean", 0, 0)).isEqualTo(87);
        assertThat(number(network, 3, "running-variance", 0, 0)).isEqualTo(90);
        assertThat(number(network, 3, "gamma", 2, 0)).isEqualTo(95);
    }

    @Test
    void numbersInNamesTellTheOrder() throws IOException {
        StringBuilder layers = new StringBuilder();
        String[] tensors = new String[12];
        for (int l = 0; l < 12; l++) {
            layers.append(l == 0 ? "" : ",").append("{'kind':'dense','units':2,'activation':'relu'}");
            tensors[l] = "F64!net." + l + ".weight:2,2";
        }
        Arrays.sort(tensors); // 0, 1, 10, 11, 2, ...
        Network network = read(file(tensors), "{'inputs':2,'layers':[" + layers + "]}", Map.of());
        assertThat(network.kernels().precision()).isEqualTo(Precision.DOUBLE);
        assertThat(number(network, 1, "weights", 0, 0)).isEqualTo(4);
        assertThat(number(network, 2, "weights", 0, 0)).isEqualTo(16);
        assertThat(number(network, 10, "weights", 0, 0)).isEqualTo(8);
    }

    @Test
    void layersInAResidualLayerHaveNumbersOfTheirOwn() throws IOException {
        Network network = read(
                file("a.weight:2,2", "b.weight:2,2", "c.weight:3,2"),
                "{'inputs':2,'layers':[{'kind':'residual','layers':[{'kind':'dense','units':2,'activation':'relu'},"
                        + "{'kind':'dense','units':2,'activation':'identity'}]},{'kind':'dense','units':3,'activation':'identity'}]}",
                Map.of("1.1", "b", "1.2", "a"));
        assertThat(number(network, 0, "1.weights", 0, 0)).isEqualTo(4);
        assertThat(number(network, 0, "2.weights", 0, 0)).isZero();
        assertThat(number(network, 1, "weights", 0, 0)).isEqualTo(8);
    }

    @Test
    void whatDoesNotFitIsRefused() throws IOException {
        String two = "{'inputs':2,'layers':[{'kind':'dense','units':2,'activation':'relu'},"
                + "{'kind':'dense','units':2,'activation':'identity'}]}";
        Path file = file("hidden.weight:2,2", "out.weight:2,2");
        assertRefused(file, two, Map.of(), "several modules fit layer 1 (dense, weights 2×2)", "nn import --map 1=fc1");
        assertThat(number(read(file, two, Map.of("1", "out")), 0, "weights", 0, 0))
                .isEqualTo(4);
        assertRefused(file, two, Map.of("3", "out"), "no layer 3 is left that learns");
        assertRefused(file, two, Map.of("1", "fc"), "no module 'fc' is left; have ['hidden' (weight [2, 2])");
        assertRefused(
                file("fc.weight:2,2", "fc2.weight:2,3"), two, Map.of(), "no module fits layer 2 (dense, weights 2×2)");
        assertRefused(
                file("fc.weight:2,2", "fc2.weight:2,3"),
                two,
                Map.of("1", "fc2"),
                "module 'fc2' (weight [2, 3]) does not fit layer 1 (dense, weights 2×2)");
        assertRefused(
                file("fc.weight:2,2"), two, Map.of(), "the network has 2 layers that learn", "the file has 1 modules");
        assertRefused(file("fc1.weight:2,2", "fc1.other:2", "fc2.weight:2,2"), two, Map.of(), "no module fits layer 2");
    }

    private static void assertRefused(Path file, String description, Map<String, String> names, String... words) {
        assertThatThrownBy(() -> read(file, description, names))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(words)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    @Test
    void aTensorThatIsNoNumberIsRefused() throws IOException {
        Path file = file("fc.weight:2,2");
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 4, Float.NaN);
        Files.write(file, bytes);
        assertThatThrownBy(() ->
                        read(file, "{'inputs':2,'layers':[{'kind':'dense','units':2,'activation':'relu'}]}", Map.of()))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("tensor 'fc.weight' holds NaN in row 1, column 1");
    }

    @Test
    void wholeNumbersAreReadAsNumbers() throws IOException {
        try (SafetensorsFile tensors = SafetensorsFile.open(file("I64!n:3"))) {
            Matrix matrix = Matrix.zeros(PlainKernels.of(Precision.DOUBLE), 3, 1);
            tensors.read("n", matrix);
            assertThat(matrix.get(2)).isEqualTo(2);
        }
    }
}
