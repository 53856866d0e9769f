package io.nabla.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nabla.activations.Identity;
import io.nabla.activations.Relu;
import io.nabla.activations.Sigmoid;
import io.nabla.activations.Softmax;
import io.nabla.api.Activation;
import io.nabla.api.Catalog;
import io.nabla.api.Matrix;
import io.nabla.api.Plugins;
import io.nabla.api.Precision;
import io.nabla.core.Network;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.io.json.JsonReader;
import io.nabla.layers.DenseFactory;
import io.nabla.layers.DropoutFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Python with NumPy and safetensors, named by the environment variable NN_PYTHON, reads our files and computes what we compute. */
class PythonReadsModelsTest {
    private static final Path PROGRAM = Path.of("src", "test", "python", "read_model.py");
    private static final int EXAMPLES = 20;

    private static final Plugins PLUGINS = new Plugins(
            Catalog.<Activation>of("activation", List.of(new Identity(), new Relu(), new Sigmoid(), new Softmax())),
            Catalog.of("cost", List.of()),
            Catalog.of("layer", List.of(new DenseFactory(), new DropoutFactory())),
            Catalog.of("optimizer", List.of()),
            Catalog.of("schedule", List.of()),
            Catalog.of("clipping", List.of()),
            Catalog.of("regularizer", List.of()),
            Catalog.of("initializer", List.of()));

    @TempDir
    Path folder;

    /** How a program ended, and what it said. */
    private record Ended(int exitCode, String said) {}

    private static String python() {
        String named = System.getenv("NN_PYTHON");
        return named == null || named.isEmpty() ? "python3" : named;
    }

    private static Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(python()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    @BeforeAll
    static void pythonIsThere() throws InterruptedException {
        String skipped =
                "skipped: " + python() + " cannot import numpy and safetensors; name a Python that can by NN_PYTHON";
        try {
            assumeTrue(run("-c", "import numpy, safetensors").exitCode() == 0, skipped);
        } catch (IOException e) {
            assumeTrue(false, skipped + " (" + e.getMessage() + ")");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sigmoid, softmax,  DOUBLE, 1e-12",
        "relu,    softmax,  DOUBLE, 1e-12",
        "relu,    identity, DOUBLE, 1e-12",
        "sigmoid, sigmoid,  DOUBLE, 1e-12",
        "relu,    softmax,  FLOAT,  1e-5"
    })
    void pythonComputesTheSame(String hidden, String output, Precision precision, String tolerance)
            throws IOException, InterruptedException {
        NetworkDescription described = NetworkDescription.of(JsonReader.parse("d", """
                {"inputs":[1,4,4],"layers":[{"kind":"dense","units":30,"activation":"%s"},{"kind":"dropout","rate":0.5},\
                {"kind":"dense","units":10,"activation":"%s"}]}""".formatted(hidden, output)));
        Network network = described.buildZeroed(PLUGINS, PlainKernels.of(precision));
        NumpyRandom random = new NumpyRandom(5);
        for (NamedMatrix named : NamedMatrix.of(network)) {
            fill(named.matrix(), random);
        }
        Path model = folder.resolve("model.safetensors");
        ModelFile.write(
                model,
                network,
                new ModelDescription(
                        described,
                        precision,
                        JsonReader.parse("c", "{\"name\":\"quadratic\"}"),
                        JsonReader.parse("p", "{}"),
                        List.of("é".repeat(3), "2", "3", "4", "5", "6", "7", "8", "9", "10"),
                        Map.of("note", "Zoë")));

        Matrix x = Matrix.zeros(network.kernels(), 16, EXAMPLES);
        fill(x, random);
        Path expected = folder.resolve("expected.safetensors");
        SafetensorsWriter.write(
                expected,
                Map.of(),
                List.of(
                        new NamedMatrix("inputs", Turned.of(x), false),
                        new NamedMatrix("outputs", Turned.of(network.feedforward(x)), false)));

        Ended ended = run(PROGRAM.toString(), model.toString(), expected.toString(), tolerance);

        assertThat(ended.said()).contains(EXAMPLES + " examples, off by", "3 examples, off by");
        assertThat(ended.exitCode()).describedAs(ended.said()).isZero();
    }

    private static void fill(Matrix matrix, NumpyRandom random) {
        for (int i = 0; i < matrix.size(); i++) {
            matrix.set(i, random.nextGaussian());
        }
    }
}
