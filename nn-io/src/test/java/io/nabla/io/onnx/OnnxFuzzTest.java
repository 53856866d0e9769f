package io.nabla.io.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.Network;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.io.Model;
import io.nabla.io.ModelDescription;
import io.nabla.io.ModelFormatException;
import io.nabla.testkit.UntrustedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as an ONNX file. */
class OnnxFuzzTest {
    /** What a success is tried with takes no more memory than this many numbers. */
    private static final int SMALL = 1 << 16;

    @TempDir
    static Path folder;

    /** Networks of a few layers as they are written here, and one as PyTorch writes it. */
    static List<byte[]> files() throws IOException {
        Path file = folder.resolve("seed.onnx");
        List<byte[]> files = new ArrayList<>();
        for (String network : List.of(
                "{'inputs':2,'layers':[{'kind':'dense','units':2,'activation':'gelu'},{'kind':'dense','units':2,'activation':'softmax'}]}",
                "{'inputs':[1,3,3],'layers':[{'kind':'convolution2d','filters':1,'kernel':2,'activation':'relu'},"
                        + "{'kind':'max-pool2d','size':2},{'kind':'flatten'}]}",
                "{'inputs':2,'layers':[{'kind':'residual','layers':[{'kind':'dense','units':2,'activation':'identity'}]},"
                        + "{'kind':'batch-norm'},{'kind':'layer-norm'}]}")) {
            for (Precision precision : Precision.values()) {
                ModelDescription description = Plugged.description(network, precision);
                OnnxWriter.write(file, Plugged.network(description), description);
                files.add(Files.readAllBytes(file));
            }
        }
        files.add(Files.readAllBytes(new Fixture(1, 4, 4)
                .node("Conv", "input", "w1:2,1,2,2", "b1:2", "strides=1,1", "auto_pad='VALID'")
                .node("Relu")
                .named("x")
                .node("Shape", "x")
                .whole("first", 0)
                .node("Gather", "-", "first")
                .wholes("axes", 0)
                .node("Unsqueeze", "-", "axes")
                .wholes("rest", -1)
                .node("Concat", "-", "rest", "axis=0")
                .node("Reshape", "x", "-")
                .node("Gemm", "-", "w2:3,18", "transB=1")
                .node("Dropout", "-")
                .node("Softmax")
                .write(file)));
        return files;
    }

    @DictionaryEntries({
        "Conv",
        "Gemm",
        "MatMul",
        "Add",
        "Relu",
        "MaxPool",
        "AveragePool",
        "GlobalAveragePool",
        "Reshape",
        "Flatten",
        "Transpose",
        "BatchNormalization",
        "Identity",
        "Constant",
        "Shape",
        "Gather",
        "Concat",
        "Slice",
        "Cast",
        "Squeeze",
        "Pad",
        "kernel_shape",
        "strides",
        "pads",
        "dilations",
        "group",
        "alpha",
        "axis",
        "perm",
        "transA",
        "\\xff\\xff\\xff\\xff\\x0f",
        "\\x80\\x80\\x80\\x80\\x08"
    })
    @MethodSource("files")
    @FuzzTest(maxDuration = "10m")
    void anyBytes(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("any.onnx"), bytes);
        UntrustedInput.read(() -> OnnxReader.read(file, Plugged.PLUGINS, PlainKernels::of), ModelFormatException.class)
                .ifPresent(OnnxFuzzTest::assertPredicts);
        UntrustedInput.read(
                        () -> OnnxReader.readClassifier(file, Plugged.PLUGINS, PlainKernels::of),
                        ModelFormatException.class)
                .ifPresent(OnnxFuzzTest::assertPredicts);
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
