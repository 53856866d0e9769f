package io.nabla.examples.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nabla.activations.Relu;
import io.nabla.activations.Softmax;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.Network;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.examples.DigitFiles;
import io.nabla.examples.Nn;
import io.nabla.guice.PluginLoader;
import io.nabla.initializers.HeGaussian;
import io.nabla.io.Model;
import io.nabla.io.ModelFile;
import io.nabla.io.NamedMatrix;
import io.nabla.io.SafetensorsWriter;
import io.nabla.layers.Dense;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Out to ONNX and in again, and in from PyTorch's weights. What the files hold, nn-io's tests hold against ONNX Runtime. */
class ImportExportTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    @TempDir
    static Path folder;

    private static Path digits;
    private static Path model;

    @BeforeAll
    static void train() throws IOException {
        digits = DigitFiles.write(folder.resolve("digits"), 400, 50);
        model = folder.resolve("digits.safetensors");
        nn(
                "train",
                "--data=" + digits,
                "--config=" + EXAMPLES.resolve("mnist-dropout.json"),
                "--epochs=2",
                "--save=" + model);
    }

    private static Nn nn(String... args) {
        Nn run = Nn.run(folder, args);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run;
    }

    private static void assertRefused(String words, String... args) {
        Nn run = Nn.run(folder, args);
        assertThat(run.err()).startsWith("nn: ").contains(words);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }

    private static Model read(Path file) throws IOException {
        return ModelFile.read(file, PluginLoader.load(), PlainKernels::of);
    }

    @Test
    void aNetworkOfImagesGoesOutAndIn() {
        Path onnx = folder.resolve("digits.onnx");
        Path again = folder.resolve("again.safetensors");
        assertThat(nn("export", model.toString(), "--onnx=" + onnx).lines())
                .containsExactly("written to " + onnx + ", in floats");
        assertThat(nn("import", onnx.toString(), "--save=" + again).lines())
                .containsExactly("saved in " + again + ": 1×28×28-784-512-10, float");
        List<String> before =
                nn("evaluate", model.toString(), "--data=" + digits).lines();
        List<String> after =
                nn("evaluate", again.toString(), "--data=" + digits).lines();
        assertThat(after.subList(1, after.size())).isEqualTo(before.subList(1, before.size()));
    }

    @Test
    void aTableKeepsItsEncoding() {
        Path table = folder.resolve("flowers.safetensors");
        Path onnx = folder.resolve("flowers.onnx");
        Path again = folder.resolve("flowers-again.safetensors");
        nn("train", "--config=" + EXAMPLES.resolve("table.json"), "--save=" + table);
        assertThat(nn("export", table.toString(), "--onnx=" + onnx).lines())
                .containsExactly("written to " + onnx + ", in doubles");
        nn("import", onnx.toString(), "--save=" + again);
        String flowers = EXAMPLES.resolve("flowers.csv").toString();
        assertThat(nn("predict", "--json", again.toString(), flowers).lines())
                .isEqualTo(nn("predict", "--json", table.toString(), flowers).lines());
    }

    @Test
    void itIsSaidWhyANetworkOfDoublesIsWrittenInFloats() throws IOException {
        Path config = Files.writeString(folder.resolve("images.json"), """
                {"inputs": [1, 28, 28],
                 "layers": [{"kind": "convolution2d", "filters": 2, "kernel": 5, "activation": "relu"},
                            {"kind": "average-pool2d", "size": 4},
                            {"kind": "dense", "units": 10, "activation": "softmax"}]}
                """);
        Path doubles = folder.resolve("doubles.safetensors");
        nn(
                "train",
                "--data=" + digits,
                "--config=" + config,
                "--epochs=1",
                "--cost=log-likelihood",
                "--save=" + doubles);
        Path onnx = folder.resolve("doubles.onnx");
        assertThat(nn("export", doubles.toString(), "--onnx=" + onnx).lines())
                .containsExactly(
                        "written to " + onnx + ", in floats: ONNX Runtime has AveragePool, Conv for floats alone");
    }

    @Test
    void weightsOfPyTorchAreReadForADescribedNetwork() throws IOException {
        Network trained = Network.builder(784)
                .layer(new Dense(30, new Relu()))
                .layer(new Dense(10, new Softmax()))
                .kernels(PlainKernels.of(Precision.FLOAT))
                .build(new HeGaussian(), new NumpyRandom(4));
        List<NamedMatrix> own = NamedMatrix.of(trained);
        Path weights = folder.resolve("weights.safetensors");
        SafetensorsWriter.write(
                weights,
                Map.of(),
                List.of(
                        new NamedMatrix("hidden.weight", own.get(0).matrix(), false),
                        new NamedMatrix("hidden.bias", own.get(1).matrix(), true),
                        new NamedMatrix("out.weight", own.get(2).matrix(), false),
                        new NamedMatrix("out.bias", own.get(3).matrix(), true)));
        Path config = Files.writeString(folder.resolve("network.json"), """
                {"inputs": [1, 28, 28], "cost": "log-likelihood",
                 "layers": [{"kind": "dense", "units": 30, "activation": "relu"},
                            {"kind": "dense", "units": 10, "activation": "softmax"}]}
                """);
        Path saved = folder.resolve("imported.safetensors");
        nn(
                "import",
                weights.toString(),
                "--config=" + config,
                "--map=1=hidden",
                "--map=2=out",
                "--divisor=255",
                "--classes=a,b,c,d,e,f,g,h,i,j",
                "--save=" + saved);
        Model imported = read(saved);
        assertThat(imported.description().classes()).contains("a", "j");
        assertThat(imported.description().cost().get("name").asText()).isEqualTo("log-likelihood");
        Matrix by255 = Matrix.zeros(trained.kernels(), 784, 1);
        Matrix by256 = Matrix.zeros(trained.kernels(), 784, 1);
        for (int i = 0; i < 784; i++) {
            by255.set(i, i % 256 / 255.0);
            by256.set(i, i % 256 / 256.0);
        }
        Matrix wanted = trained.feedforward(by255);
        Matrix given = imported.network().feedforward(by256);
        for (int i = 0; i < 10; i++) {
            assertThat(given.get(i)).isCloseTo(wanted.get(i), within(1e-6));
        }
    }

    @Test
    void wrongInputIsToldInOneLine() throws IOException {
        String onnx = folder.resolve("small.onnx").toString();
        String saved = "--save=" + folder.resolve("no.safetensors");
        nn("export", model.toString(), "--onnx=" + onnx);
        assertRefused("no such file", "import", "no.onnx", saved);
        assertRefused(
                "is no ONNX model",
                "import",
                Files.writeString(folder.resolve("empty"), "").toString(),
                saved);
        assertRefused("say what network they are of with --config", "import", model.toString(), saved);
        assertRefused("say what network they are of with --config", "import", onnx, "--map=1=fc", saved);
        assertRefused("--classes names 2 outputs, but the network has 10", "import", onnx, "--classes=a,b", saved);
        assertRefused("--divisor is a number above 0", "import", onnx, "--divisor=0", saved);
        Path config = Files.writeString(
                folder.resolve("no-inputs.json"),
                "{\"layers\": [{\"kind\": \"dense\", \"units\": 1, \"activation\": \"relu\"}]}");
        assertRefused("'inputs' is not set", "import", model.toString(), "--config=" + config, saved);
        assertRefused("--softmax is not for", "import", model.toString(), "--config=" + config, "--softmax", saved);
        assertRefused("its folder does not exist", "export", model.toString(), "--onnx=" + folder.resolve("no/x.onnx"));
        assertRefused("its folder does not exist", "import", onnx, "--save=" + folder.resolve("no/x.safetensors"));
        assertThat(folder.resolve("no.safetensors")).doesNotExist();
    }
}
