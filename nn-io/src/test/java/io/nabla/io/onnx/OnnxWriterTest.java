package io.nabla.io.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Matrix;
import io.nabla.api.Named;
import io.nabla.api.Precision;
import io.nabla.core.Network;
import io.nabla.io.ModelDescription;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is run by ONNX Runtime, and gives what Nabla gives. */
class OnnxWriterTest {
    private static final String DENSE = "{'kind':'dense','units':5,'activation':'%s'}";
    private static final String IDENTITY = DENSE.formatted("identity");
    private static final String CONVOLUTION = "{'kind':'convolution2d','filters':3,'kernel':3,'activation':'relu'}";

    @TempDir
    Path folder;

    static List<String> networks() {
        return List.of(
                "{'inputs':4,'layers':[%s,{'kind':'dense','units':3,'activation':'softmax'}]}"
                        .formatted(DENSE.formatted("tanh")),
                "{'inputs':[2,3,2],'layers':[%s]}".formatted(DENSE.formatted("relu")),
                "{'inputs':4,'layers':[%s,{'kind':'dropout','rate':0.5}]}".formatted(IDENTITY),
                "{'inputs':4,'layers':[{'kind':'dropout','rate':0.5}]}",
                "{'inputs':[2,6,7],'layers':[%s]}".formatted(CONVOLUTION),
                "{'inputs':[2,7,8],'layers':[{'kind':'convolution2d','filters':3,'kernel':3,'stride':2,'padding':2,'activation':'sigmoid'}]}",
                "{'inputs':[1,8,9],'layers':[%s,{'kind':'max-pool2d','size':2},{'kind':'flatten'},%s]}"
                        .formatted(CONVOLUTION, IDENTITY),
                "{'inputs':[2,7,7],'layers':[{'kind':'max-pool2d','size':3,'stride':2}]}",
                "{'inputs':[2,7,8],'layers':[{'kind':'average-pool2d','size':3,'stride':2},%s]}".formatted(IDENTITY),
                "{'inputs':[2,7,8],'layers':[%s,{'kind':'average-pool2d','size':2}]}".formatted(CONVOLUTION),
                "{'inputs':12,'layers':[{'kind':'reshape','shape':[3,2,2]},{'kind':'convolution2d','filters':2,'kernel':2,'activation':'tanh'}]}",
                "{'inputs':4,'layers':[%s,{'kind':'batch-norm','activation':'relu'}]}".formatted(IDENTITY),
                "{'inputs':[2,6,6],'layers':[%s,{'kind':'batch-norm','epsilon':0.01}]}".formatted(CONVOLUTION),
                "{'inputs':6,'layers':[{'kind':'layer-norm','epsilon':0.1,'activation':'sigmoid'}]}",
                "{'inputs':[3,4],'layers':[{'kind':'layer-norm'}]}",
                "{'inputs':5,'layers':[{'kind':'residual','layers':[%s,%s],'activation':'relu'}]}"
                        .formatted(DENSE.formatted("tanh"), IDENTITY),
                "{'inputs':5,'layers':[{'kind':'residual','layers':[{'kind':'batch-norm'},{'kind':'residual','layers':[%s]}]},%s]}"
                        .formatted(IDENTITY, IDENTITY),
                "{'inputs':[4,3],'layers':[{'kind':'gru','units':5}]}",
                "{'inputs':[4,3],'layers':[{'kind':'gru','units':5,'sequences':true},{'kind':'gru','units':2,'sequences':true}]}",
                "{'inputs':[2,3],'layers':[{'kind':'convolution2d','filters':1,'kernel':1,'activation':'softmax'}]}"
                        .replace("[2,3]", "[1,2,3]"));
    }

    static List<String> activations() {
        return Plugged.PLUGINS.activations().all().stream().map(Named::name).toList();
    }

    static Stream<Arguments> inBothPrecisions() {
        Stream<String> withSettings = Stream.of("{'name':'elu','alpha':0.5}", "{'name':'leaky-relu','slope':0.25}")
                .map(activation -> DENSE.replace("'%s'", activation));
        Stream<String> byName = activations().stream().map(DENSE::formatted);
        return Stream.concat(
                        networks().stream(),
                        Stream.concat(byName, withSettings).map("{'inputs':4,'layers':[%s]}"::formatted))
                .flatMap(network -> Stream.of(Precision.values()).map(precision -> Arguments.of(network, precision)));
    }

    @ParameterizedTest
    @MethodSource("inBothPrecisions")
    void onnxRuntimeAgrees(String json, Precision precision) throws IOException {
        ModelDescription description = Plugged.description(json, precision);
        Network network = Plugged.network(description);
        Path file = folder.resolve("model.onnx");
        Precision written = OnnxWriter.write(file, network, description);
        assertThat(written == precision)
                .isEqualTo(OnnxWriter.inFloatsBecauseOf(network, description).isEmpty());
        double tolerance = written == Precision.DOUBLE ? 1e-8 : 1e-5;
        for (int count : new int[] {1, 5}) {
            Matrix x = Plugged.examples(network, count);
            Plugged.assertAgrees(RunByOnnxRuntime.outputs(file, x), network.feedforward(x), tolerance);
        }
        List<Integer> shape = network.outputs().dimensions();
        assertThat(RunByOnnxRuntime.outputShape(file)).startsWith(-1L).hasSize(shape.size() + 1);
    }

    @Test
    void anEmbeddingGivesTheVectorsOfItsWords() throws IOException {
        for (Precision precision : Precision.values()) {
            ModelDescription description = Plugged.description(
                    "{'inputs':3,'layers':[{'kind':'embedding','vocabulary':7,'size':4},{'kind':'gru','units':2}]}",
                    precision);
            Network network = Plugged.network(description);
            Matrix x = Matrix.zeros(network.kernels(), 3, 2);
            for (int i = 0; i < x.size(); i++) {
                x.set(i, 6 - i);
            }
            Path file = folder.resolve("words.onnx");
            OnnxWriter.write(file, network, description);
            Plugged.assertAgrees(RunByOnnxRuntime.outputs(file, x), network.feedforward(x), 1e-5);
        }
    }

    @Test
    void whatOnnxCannotSayIsRefusedByName() throws IOException {
        Path file = folder.resolve("none.onnx");
        ModelDescription plain = Plugged.description("{'inputs':2,'layers':[%s]}".formatted(IDENTITY), Precision.FLOAT);
        Network network = Plugged.network(plain);
        assertThatThrownBy(() -> OnnxWriter.write(
                        file,
                        network,
                        Plugged.description("{'inputs':2,'layers':[{'kind':'my-own','size':3}]}", Precision.FLOAT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "layer 1 (my-own) is of a kind that ONNX has no operator for; export a network whose layers are"
                                + " Nabla's own");
        assertThatThrownBy(() -> OnnxWriter.write(
                        file,
                        network,
                        Plugged.description(
                                "{'inputs':2,'layers':[%s]}".formatted(DENSE.formatted("cube")), Precision.FLOAT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "layer 1 (dense) has the activation 'cube', which ONNX has no operator for; export a network"
                                + " whose activations are Nabla's own");
        assertThatThrownBy(() -> OnnxWriter.write(
                        file,
                        network,
                        Plugged.description(
                                "{'inputs':2,'layers':[{'kind':'dense','units':5,'activation':{'name':'relu','most':6}}]}",
                                Precision.FLOAT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown setting 'most'");
        assertThat(file).doesNotExist();
    }

    @Test
    void aNumberThatIsNoFiniteFloatIsRefused() {
        ModelDescription description =
                Plugged.description("{'inputs':2,'layers':[%s]}".formatted(DENSE.formatted("elu")), Precision.DOUBLE);
        Network network = Plugged.network(description);
        network.layers().get(0).parameters().get("weights").set(3, 1e300);
        assertThatThrownBy(() -> OnnxWriter.write(folder.resolve("none.onnx"), network, description))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "parameter 1.weights holds 1.0E300, which is no finite number as a float, as which this model is"
                                + " written");
    }

    @Test
    void oneNetworkIsOneFile() throws IOException {
        ModelDescription description = Plugged.description(networks().get(6), Precision.FLOAT);
        Path first = folder.resolve("first.onnx");
        Path second = folder.resolve("second.onnx");
        OnnxWriter.write(first, Plugged.network(description), description);
        OnnxWriter.write(second, Plugged.network(description), description);
        assertThat(second).hasSameBinaryContentAs(first);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("first.onnx", "second.onnx");
    }
}
