package io.nabla.io.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.Network;
import io.nabla.io.ModelDescription;
import io.nabla.io.NamedMatrix;
import io.nabla.io.json.Json;
import io.nabla.io.json.JsonObject;
import io.nabla.io.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The networks of the runs in the project's folder of examples, the convolutional ones included, are run by ONNX Runtime. */
class ExampleRunsInOnnxTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    @TempDir
    Path folder;

    static List<Path> runs() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreConvolutionalOnesAmongThem() throws IOException {
        assertThat(runs()).anySatisfy(file -> assertThat(Files.readString(file)).contains("convolution2d"));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void onnxRuntimeAgrees(Path run) throws IOException {
        JsonObject settings = JsonReader.read(run);
        // What the data gives where the run itself says nothing: MNIST's pixels in a row, or the four columns of the
        // flowers.
        String inputs = settings.find("inputs")
                .map(Json::write)
                .orElse(settings.get("data").asObject().find("csv").isPresent() ? "4" : "784");
        String network = "{\"inputs\":" + inputs + ",\"layers\":"
                + settings.get("layers").write() + "}";
        for (Precision precision : Precision.values()) {
            ModelDescription description = Plugged.description(network, precision);
            Network built = likeTrained(Plugged.network(description));
            Path file = folder.resolve(precision + ".onnx");
            OnnxWriter.write(file, built, description);
            Matrix x = Plugged.examples(built, 3);
            Plugged.assertAgrees(RunByOnnxRuntime.outputs(file, x), built.feedforward(x), 1e-5);
        }
    }

    /** Weights as small as He's start has them: sums over hundreds of large ones would lose digits in either program. */
    private static Network likeTrained(Network network) {
        for (NamedMatrix named : NamedMatrix.of(network)) {
            Matrix w = named.matrix();
            if (w.columns() > 1) {
                w.combine(2 * Math.sqrt(2.0 / w.columns()), 0, w);
            }
        }
        return network;
    }
}
