package io.nabla.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Plugins;
import io.nabla.api.Precision;
import io.nabla.core.Network;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.JsonReader;
import io.nabla.io.json.JsonText;
import io.nabla.io.json.Place;
import io.nabla.io.onnx.Plugged;
import io.nabla.testkit.UntrustedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as a file of tensors, and as a model. */
class SafetensorsFuzzTest {
    /** What a success is tried with takes no more memory than this many numbers. */
    private static final long SMALL = 1 << 16;

    private static final Plugins PLUGINS = Plugged.PLUGINS;

    @TempDir
    static Path folder;

    /** Sound models of a few layers each, and a file of tensors alone. */
    static List<byte[]> files() throws IOException {
        Path file = folder.resolve("seed.safetensors");
        List<byte[]> files = new ArrayList<>();
        for (String network : List.of(
                "{'inputs':2,'layers':[{'kind':'dense','units':2,'activation':'relu'},{'kind':'dropout','rate':0.5}]}",
                "{'inputs':[1,3,3],'layers':[{'kind':'convolution2d','filters':1,'kernel':2,'activation':'relu'},"
                        + "{'kind':'max-pool2d','size':2},{'kind':'flatten'}]}",
                "{'inputs':2,'layers':[{'kind':'residual','layers':[{'kind':'dense','units':2,'activation':'identity'}]},"
                        + "{'kind':'batch-norm'},{'kind':'layer-norm'}]}",
                "{'inputs':2,'layers':[{'kind':'embedding','vocabulary':3,'size':2},{'kind':'gru','units':2}]}")) {
            for (Precision precision : Precision.values()) {
                NetworkDescription description =
                        NetworkDescription.of(JsonReader.parse("seed", network.replace('\'', '"')));
                ModelFile.write(
                        file,
                        description.buildZeroed(PLUGINS, PlainKernels.of(precision)),
                        new ModelDescription(
                                description,
                                precision,
                                JsonReader.parse("cost", "{\"name\":\"quadratic\"}"),
                                JsonReader.parse("preprocessing", "{}"),
                                List.of(),
                                Map.of("seed", "1")));
                files.add(Files.readAllBytes(file));
            }
        }
        Matrix matrix = Matrix.zeros(PlainKernels.of(Precision.FLOAT), 2, 1);
        SafetensorsWriter.write(
                file, Map.of(), List.of(new NamedMatrix("a", matrix, true), new NamedMatrix("b", matrix, false)));
        files.add(Files.readAllBytes(file));
        return files;
    }

    @DictionaryEntries({
        "\"F32\"",
        "\"F64\"",
        "\"dtype\":",
        "\"shape\":[",
        "\"data_offsets\":[0,",
        "\"__metadata__\":{",
        "9223372036854775807",
        "211106198978564",
        "\\\"kind\\\":\\\"dense\\\"",
        "\\\"units\\\":",
        "\\\"inputs\\\":",
        "\\\"layers\\\":[",
        "\\\"kernel\\\":",
        "\\\"stride\\\":",
        "\\\"padding\\\":",
        "\\\"rate\\\":",
        "\\\\u000a"
    })
    @MethodSource("files")
    @FuzzTest(maxDuration = "10m")
    void anyBytes(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("any.safetensors"), bytes);
        UntrustedInput.read(() -> allTensors(file), ModelFormatException.class);
        UntrustedInput.read(() -> ModelFile.read(file, PLUGINS, PlainKernels::of), ModelFormatException.class)
                .ifPresent(SafetensorsFuzzTest::assertPredicts);
    }

    /** With right digests, which no fuzzer would guess: so what they protect is not trusted either. */
    @DictionaryEntries({
        "\\\"kind\\\":\\\"dense\\\"",
        "\\\"kind\\\":\\\"gru\\\"",
        "\\\"units\\\":",
        "\\\"inputs\\\":",
        "\\\"layers\\\":[",
        "\\\"kernel\\\":",
        "\\\"stride\\\":",
        "\\\"padding\\\":",
        "\\\"rate\\\":",
        "\\\"vocabulary\\\":",
        "\\\"sha256\\\":",
        "\\\"exact\\\":",
        "1e400",
        "-1",
        "2147483647",
        "4611686018427387904"
    })
    @MethodSource("files")
    @FuzzTest(maxDuration = "10m")
    void withRightDigests(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("any.safetensors"), bytes);
        UntrustedInput.read(() -> mended(file), ModelFormatException.class).ifPresent(mended -> {
            UntrustedInput.read(() -> ModelFile.read(mended, PLUGINS, PlainKernels::of), ModelFormatException.class)
                    .ifPresent(SafetensorsFuzzTest::assertPredicts);
        });
    }

    /** A file of the same tensors and texts, but for the digests. */
    private static Path mended(Path path) throws IOException {
        Map<String, String> texts;
        List<NamedMatrix> matrices = new ArrayList<>();
        Map<String, Json> digests = new LinkedHashMap<>();
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            texts = new LinkedHashMap<>(file.metadata());
            for (TensorInfo tensor : file.tensors()) {
                if (isSmallMatrix(tensor)) {
                    Matrix matrix = read(file, tensor);
                    matrices.add(new NamedMatrix(
                            tensor.name(), matrix, tensor.shape().size() == 1));
                    digests.put(tensor.name(), new JsonText(Place.named(""), Sha256.of(matrix)));
                }
            }
        }
        texts.put("tensors-sha256", new JsonObject(Place.named(""), digests).write());
        texts.remove(ModelTexts.TEXTS_SHA256);
        texts.put(ModelTexts.TEXTS_SHA256, Sha256.of(texts));
        Path mended = path.resolveSibling("mended.safetensors");
        SafetensorsWriter.write(mended, texts, matrices);
        return mended;
    }

    private static boolean isSmallMatrix(TensorInfo tensor) {
        int dimensions = tensor.shape().size();
        return tensor.elements() > 0 && tensor.elements() <= SMALL && dimensions >= 1 && dimensions <= 2;
    }

    private static Matrix read(SafetensorsFile file, TensorInfo tensor) throws IOException {
        List<Long> shape = tensor.shape();
        int columns = shape.size() == 1 ? 1 : Math.toIntExact(shape.get(1));
        Kernels kernels = PlainKernels.of(tensor.type().precision());
        Matrix matrix = Matrix.zeros(kernels, Math.toIntExact(shape.get(0)), columns);
        file.read(tensor.name(), matrix);
        return matrix;
    }

    private static int allTensors(Path path) throws IOException {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            for (TensorInfo tensor : file.tensors()) {
                if (isSmallMatrix(tensor)) {
                    read(file, tensor);
                }
            }
            return file.tensors().size();
        }
    }

    private static void assertPredicts(Model model) {
        Network network = model.network();
        if (network.inputs().size() <= SMALL && network.outputs().size() <= SMALL) {
            Matrix outputs = network.feedforward(
                    Matrix.zeros(network.kernels(), network.inputs().size(), 1));
            assertThat(outputs.rows()).isEqualTo(network.outputs().size());
            assertThat(model.description().network().layers())
                    .hasSize(network.layers().size());
        }
    }
}
