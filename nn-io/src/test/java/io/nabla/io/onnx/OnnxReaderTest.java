package io.nabla.io.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.Network;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.io.Model;
import io.nabla.io.ModelDescription;
import io.nabla.io.ModelFormatException;
import io.nabla.io.NamedMatrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read gives what ONNX Runtime gives of the same file. */
class OnnxReaderTest {
    @TempDir
    Path folder;

    private static Model read(Path file) throws IOException {
        return OnnxReader.read(file, Plugged.PLUGINS, PlainKernels::of);
    }

    /** Reads a fixture, and holds it against ONNX Runtime. */
    private Model agreed(Fixture fixture) throws IOException {
        Path file = fixture.write(folder.resolve("fixture.onnx"));
        Model model = read(file);
        Matrix x = Plugged.examples(model.network(), fixture.miniBatch());
        Plugged.assertAgrees(RunByOnnxRuntime.outputs(file, x), model.network().feedforward(x), 1e-5);
        return model;
    }

    private void assertRefused(Fixture fixture, String... words) throws IOException {
        Path file = fixture.write(folder.resolve("refused.onnx"));
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(file + ", byte ")
                .hasMessageContainingAll(words)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    private static String layers(Model model) {
        StringBuilder text = new StringBuilder();
        model.description().network().layers().forEach(layer -> text.append(layer.write()));
        return text.toString().replace("\"", "");
    }

    static List<String> ownFiles() {
        return OnnxWriterTest.inBothPrecisions()
                .map(arguments -> (String) arguments.get()[0])
                .distinct()
                .filter(json ->
                        !json.contains("gru") && !json.equals("{'inputs':4,'layers':[{'kind':'dropout','rate':0.5}]}"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ownFiles")
    void whatWasWrittenIsReadAgain(String json) throws IOException {
        for (Precision precision : Precision.values()) {
            ModelDescription description = Plugged.description(json, precision);
            Network network = Plugged.network(description);
            Path file = folder.resolve("model.onnx");
            Precision written = OnnxWriter.write(file, network, description);
            Model model = read(file);
            assertThat(model.network().kernels().precision()).isEqualTo(written);
            assertThat(model.description().preprocessing().write())
                    .isEqualTo(description.preprocessing().write());
            Matrix x = Plugged.examples(model.network(), 4);
            Plugged.assertAgrees(
                    RunByOnnxRuntime.outputs(file, x),
                    model.network().feedforward(x),
                    written == Precision.DOUBLE ? 1e-8 : 1e-5);
            if (written == precision) {
                assertThat(numbers(model.network())).isEqualTo(numbers(network));
            }
        }
    }

    /** The numbers of all parameters, one after another. */
    private static List<Double> numbers(Network network) {
        return NamedMatrix.of(network).stream()
                .flatMap(named -> java.util.stream.IntStream.range(
                                0, named.matrix().size())
                        .mapToObj(i -> named.matrix().get(i)))
                .toList();
    }

    @Test
    void linearLayersOfPyTorch() throws IOException {
        Model model = agreed(new Fixture(8)
                .node("Gemm", "input", "fc1.weight:6,8", "fc1.bias:6", "alpha=1.0", "beta=1.0", "transB=1")
                .node("Relu")
                .node("Gemm", "-", "fc2.weight:4,6", "fc2.bias:4", "alpha=2.0", "beta=0.5", "transB=1")
                .node("Gemm", "-", "fc3.weight:4,3"));
        assertThat(layers(model))
                .isEqualTo("{kind:dense,units:6,activation:relu}{kind:dense,units:4,activation:identity}"
                        + "{kind:dense,units:3,activation:identity}");
        assertThat(model.description().cost().get("name").asText()).isEqualTo("quadratic");
        assertThat(model.description().classes()).isEmpty();
    }

    @Test
    void imagesOfPyTorch() throws IOException {
        // The rectifier stands behind the pooling, and the shape for the flat row is computed, as x.view(x.size(0), -1)
        // is.
        Model model = agreed(new Fixture(1, 12, 12)
                .node(
                        "Conv",
                        "input",
                        "w1:4,1,5,5",
                        "b1:4",
                        "dilations=1,1",
                        "group=1",
                        "kernel_shape=5,5",
                        "pads=0,0,0,0",
                        "strides=1,1")
                .node("MaxPool", "-", "ceil_mode=0", "dilations=1,1", "kernel_shape=2,2", "pads=0,0,0,0", "strides=2,2")
                .node("Relu")
                .node("Conv", "-", "w2:3,4,3,3", "kernel_shape=3,3", "pads=1,1,1,1", "strides=2,2")
                .named("features")
                .node("Shape", "features")
                .whole("first", 0)
                .node("Gather", "-", "first", "axis=0")
                .named("examples")
                .whole("rest", -1)
                .wholes("axes", 0)
                .node("Unsqueeze", "examples", "axes")
                .named("examples_list")
                .node("Unsqueeze", "rest", "axes")
                .named("rest_list")
                .node("Concat", "examples_list", "rest_list", "axis=0")
                .named("shape")
                .node("Reshape", "features", "shape")
                .node("Gemm", "-", "w3:5,12", "b3:5", "transB=1")
                .node("Softmax", "-", "axis=1"));
        assertThat(layers(model))
                .isEqualTo("{kind:convolution2d,filters:4,kernel:5,stride:1,padding:0,activation:relu}"
                        + "{kind:max-pool2d,size:2,stride:2}"
                        + "{kind:convolution2d,filters:3,kernel:3,stride:2,padding:1,activation:identity}{kind:flatten}"
                        + "{kind:dense,units:5,activation:softmax}");
        assertThat(model.description().classes()).containsExactly("0", "1", "2", "3", "4");
        assertThat(model.description().cost().get("name").asText()).isEqualTo("log-likelihood");
    }

    @Test
    void normalizationsOfPyTorch() throws IOException {
        Model model = agreed(new Fixture(2, 6, 6)
                .node("Conv", "input", "w:3,2,3,3")
                .node(
                        "BatchNormalization",
                        "-",
                        "g:3",
                        "b:3",
                        "m:3",
                        "+v:3",
                        "epsilon=0.001",
                        "momentum=0.9",
                        "training_mode=0")
                .node("LeakyRelu", "-", "alpha=0.01")
                .node("AveragePool", "-", "kernel_shape=2,2", "strides=2,2", "count_include_pad=1")
                .node("GlobalAveragePool")
                .node("Flatten", "-", "axis=1")
                .node("LayerNormalization", "-", "lg:3", "lb:3", "axis=-1", "epsilon=0.00001")
                .node("Gelu")
                .node("Gemm", "-", "w2:2,3", "transB=1")
                .node("Sigmoid")
                .opset(20));
        assertThat(layers(model))
                .contains("momentum:0.1", "epsilon:0.001", "kind:layer-norm,epsilon:1.0E-5,activation:gelu");
        assertThat(model.description().cost().get("name").asText()).isEqualTo("cross-entropy");
    }

    @Test
    void imagesOfPyTorchsNewerExporter() throws IOException {
        Model model = agreed(new Fixture(2, 6, 6)
                .wholes("axes", -1, -2)
                .wholes("row", -1, 3)
                .node("Conv", "input", "w:3,2,3,3", "b:3", "auto_pad='NOTSET'", "pads=1,1,1,1", "group=1")
                .node("LeakyRelu", "-", "alpha=0.2")
                .node("ReduceMean", "-", "axes", "keepdims=1", "noop_with_empty_axes=0")
                .node("Reshape", "-", "row", "allowzero=1")
                .node("Gemm", "-", "v:2,3", "c:2", "transB=1")
                .opset(20));
        assertThat(layers(model))
                .contains("activation:{name:leaky-relu,slope:0.2}", "{kind:average-pool2d,size:6}{kind:flatten}");
    }

    @Test
    void weightsThatANodeTurns() throws IOException {
        agreed(new Fixture(4)
                .node("Transpose", "w:3,4", "perm=1,0")
                .named("turned")
                .node("MatMul", "input", "turned")
                .node("Add", "-", "b:3"));
    }

    @Test
    void aResidualNetworkWithDropout() throws IOException {
        Model model = agreed(new Fixture(5)
                .node("Gemm", "input", "w1:4,5", "b1:4", "transB=1")
                .node("Dropout")
                .named("x")
                .node("Gemm", "x", "w2:4,4", "b2:4", "transB=1")
                .node("Tanh")
                .node("Gemm", "-", "w3:4,4", "b3:4", "transB=1")
                .node("Add", "-", "x")
                .node("Relu")
                .node("Identity"));
        assertThat(layers(model))
                .isEqualTo(
                        "{kind:dense,units:4,activation:identity}{kind:dropout,rate:0.5}"
                                + "{kind:residual,layers:[{kind:dense,units:4,activation:tanh},{kind:dense,units:4,activation:identity}],activation:relu}");
    }

    @Test
    void denseLayersOfKeras() throws IOException {
        Model model = agreed(new Fixture(7)
                .node("MatMul", "input", "kernel:7,5")
                .node("Add", "-", "bias:5")
                .node("Elu", "-", "alpha=1.0")
                .node("MatMul", "-", "kernel_1:5,3")
                .node("Add", "bias_1:3", "-")
                .node("Softmax", "-", "axis=-1"));
        assertThat(layers(model))
                .isEqualTo("{kind:dense,units:5,activation:elu}{kind:dense,units:3,activation:softmax}");
    }

    @Test
    void imagesOfKerasWithTheChannelsLast() throws IOException {
        Fixture fixture = new Fixture(6, 5, 2)
                .node("Transpose", "input", "perm=0,3,1,2")
                .node("Conv", "-", "w1:3,2,3,3", "b1:3", "auto_pad='SAME_UPPER'", "strides=1,1")
                .node("Relu")
                .node("MaxPool", "-", "kernel_shape=2,2", "strides=2,2")
                .node("Transpose", "-", "perm=0,2,3,1")
                .wholes("flat", -1, 18)
                .node("Reshape", "-", "flat")
                .node("BatchNormalization", "-", "g:18", "b:18", "m:18", "+v:18")
                .node("MatMul", "-", "w2:18,4")
                .node("Add", "-", "b2:4");
        Path file = fixture.write(folder.resolve("keras.onnx"));
        Network network = read(file).network();
        assertThat(network.inputs().dimensions()).containsExactly(2, 6, 5);
        Matrix x = Plugged.examples(network, 3);
        Matrix channelsLast = Matrix.zeros(network.kernels(), 60, 3);
        for (int column = 0; column < 3; column++) {
            for (int i = 0; i < 60; i++) {
                channelsLast.set(i % 30 * 2 + i / 30, column, x.get(i, column));
            }
        }
        Plugged.assertAgrees(RunByOnnxRuntime.outputs(file, channelsLast), network.feedforward(x), 1e-5);
    }

    @Test
    void greyImagesOfKeras() throws IOException {
        Model model = agreed(new Fixture(6, 6, 1)
                .wholes("first", -1, 1, 6, 6)
                .node("Reshape", "input", "first")
                .node("Conv", "-", "w1:3,1,3,3", "b1:3")
                .node("Sigmoid")
                .node("Transpose", "-", "perm=0,2,3,1")
                .node("Flatten")
                .node("MatMul", "-", "w2:48,4"));
        assertThat(model.network().inputs().dimensions()).containsExactly(1, 6, 6);
    }

    @Test
    void activationsThatAreWrittenAsArithmetic() throws IOException {
        Fixture gelu = new Fixture(4)
                .node("Gemm", "input", "w:5,4", "transB=1")
                .named("z")
                .number("root", 1.4142135)
                .node("Div", "z", "root")
                .node("Erf")
                .number("one", 1)
                .node("Add", "-", "one")
                .node("Mul", "z", "-")
                .number("half", 0.5)
                .node("Mul", "-", "half");
        assertThat(layers(agreed(gelu))).endsWith("activation:gelu}");
        Fixture silu = new Fixture(4)
                .node("Gemm", "input", "w:5,4", "transB=1")
                .named("z")
                .node("Sigmoid")
                .node("Mul", "z", "-")
                .node("Gemm", "-", "w2:3,5", "transB=1");
        assertThat(layers(agreed(silu))).contains("units:5,activation:silu}");
        Fixture other = new Fixture(4)
                .node("Gemm", "input", "w:5,4", "transB=1")
                .named("z")
                .node("Tanh")
                .node("Mul", "z", "-");
        assertRefused(other, "goes into ['Tanh', 'Mul']; a network here is a chain");
    }

    @Test
    void aClassifierGivesProbabilities() throws IOException {
        for (List<String> end : List.of(List.<String>of(), List.of("LogSoftmax"), List.of("Softmax"))) {
            Fixture logits = new Fixture(4).node("Gemm", "input", "w:3,4", "b:3", "transB=1");
            end.forEach(operator -> logits.node(operator, "-", "axis=1"));
            Path file = logits.write(folder.resolve("logits.onnx"));
            Network network = OnnxReader.readClassifier(file, Plugged.PLUGINS, PlainKernels::of)
                    .network();
            Matrix x = Plugged.examples(network, 2);
            double[][] outputs = RunByOnnxRuntime.outputs(file, x);
            Matrix a = network.feedforward(x);
            for (int column = 0; column < 2; column++) {
                double sum = 0;
                for (double output : outputs[column]) {
                    sum += Math.exp(output);
                }
                for (int row = 0; row < 3; row++) {
                    double probability =
                            end.contains("Softmax") ? outputs[column][row] : Math.exp(outputs[column][row]) / sum;
                    assertThat(a.get(row, column)).isCloseTo(probability, org.assertj.core.api.Assertions.within(1e-6));
                }
            }
        }
        assertRefused(
                new Fixture(4).node("Gemm", "input", "w:3,4", "b:3", "transB=1").node("LogSoftmax", "-", "axis=1"),
                "LogSoftmax 'n2'",
                "nn import --softmax");
    }

    @Test
    void logarithmsInTheMidstAreNotTakenForProbabilities() throws IOException {
        Path file = new Fixture(4)
                .node("Gemm", "input", "w:3,4", "transB=1")
                .node("LogSoftmax", "-", "axis=1")
                .node("Gemm", "-", "v:2,3", "transB=1")
                .write(folder.resolve("midst.onnx"));
        assertThatThrownBy(() -> OnnxReader.readClassifier(file, Plugged.PLUGINS, PlainKernels::of))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("LogSoftmax 'n2' gives logarithms");
    }

    @Test
    void whatIsNotReadIsRefusedByName() throws IOException {
        assertRefused(
                new Fixture(4).node("Gemm", "input", "w:3,4", "transB=1").node("Sin"),
                "Sin 'n2' is an operator that is not read; have Gemm");
        assertRefused(new Fixture(2, 6, 6).node("Conv", "input", "w:2,1,3,3", "group=2"), "in 2 groups");
        assertRefused(new Fixture(1, 6, 6).node("Conv", "input", "w:2,1,3,2"), "windows of [3, 2]");
        assertRefused(new Fixture(1, 6, 6).node("Conv", "input", "w:2,1,3,3", "strides=1,2"), "strides of [1, 2]");
        assertRefused(
                new Fixture(1, 6, 6).node("Conv", "input", "w:2,1,3,3", "pads=0,0,1,1"), "paddings of [0, 0, 1, 1]");
        assertRefused(new Fixture(1, 6, 6).node("Conv", "input", "w:2,1,3,3", "dilations=2,2"), "gaps");
        assertRefused(
                new Fixture(1, 7, 7).node("MaxPool", "input", "kernel_shape=2,2", "strides=2,2", "ceil_mode=1"),
                "ceil_mode");
        assertRefused(new Fixture(1, 6, 6).node("MaxPool", "input", "kernel_shape=3,3", "pads=1,1,1,1"), "pads images");
        assertRefused(
                new Fixture(2, 3).node("MatMul", "input", "w:3,4"), "multiplies values of the shape [2, 3]", "flatten");
        assertRefused(
                new Fixture(4).node("MatMul", "input", "w:3,4"), "weights of the shape [3, 4], but takes 4 inputs");
        assertRefused(new Fixture(4).node("Relu"), "without a layer before it");
        assertRefused(
                new Fixture(1, 6, 6)
                        .node("Conv", "input", "w:2,1,3,3")
                        .node("AveragePool", "-", "kernel_shape=2,2")
                        .node("Relu"),
                "is an activation behind average-pool2d, which has none");
        assertRefused(
                new Fixture(1, 6, 6)
                        .node("Conv", "input", "w:2,1,3,3")
                        .node("MaxPool", "-", "kernel_shape=2,2")
                        .node("Mish")
                        .opset(18),
                "is an activation behind max-pool2d");
        assertRefused(
                new Fixture(1, 6, 6).node("Conv", "input", "w:2,1,3,3").node("Transpose", "-", "perm=0,2,3,1"),
                "channels last");
        assertRefused(
                new Fixture(4)
                        .node("Gemm", "input", "w:4,4")
                        .named("x")
                        .node("Gemm", "x", "v:3,4", "transB=1")
                        .node("Add", "-", "b:1,1"),
                "takes 1 numbers of 'b' where 3 fit");
        assertRefused(
                new Fixture(4).node("Gemm", "input", "w:4,4").node("HardSigmoid"),
                "hard-sigmoid here has 0.16666666666666666 and 0.5");
        assertRefused(
                new Fixture(4).node("BatchNormalization", "input", "g:4", "b:4", "m:4", "v:4"),
                "a variance is at least 0");
    }
}
