package io.nabla.io.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.core.kernels.PlainKernels;
import io.nabla.io.ModelFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are damaged, or made to do damage: each is refused by a ModelFormatException, in one line and with little memory. */
class HostileOnnxTest {
    @TempDir
    Path folder;

    private static byte[] good(Path folder) throws IOException {
        return Files.readAllBytes(new Fixture(1, 5, 5)
                .node("Conv", "input", "w1:2,1,2,2", "b1:2", "strides=1,1", "auto_pad='VALID'")
                .node("MaxPool", "-", "kernel_shape=2,2", "strides=2,2")
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
                .node("BatchNormalization", "-", "g:8", "b:8", "m:8", "+v:8", "epsilon=0.001")
                .named("y")
                .node("Gemm", "-", "w2:8,8", "transB=1")
                .node("Dropout", "-")
                .node("Add", "y", "-")
                .node("Softmax")
                .write(folder.resolve("good.onnx")));
    }

    /** Reads bytes; whether they are a model is left open, but nothing else may happen than a refusal. */
    private boolean isRead(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("bytes.onnx"), bytes);
        try {
            OnnxReader.read(file, Plugged.PLUGINS, PlainKernels::of);
            return true;
        } catch (ModelFormatException e) {
            assertThat(e.getMessage()).startsWith(file + ", byte ");
            assertThat(e.getMessage().lines()).hasSize(1);
            assertThat(e.position()).isBetween(0L, (long) bytes.length);
            return false;
        }
    }

    private void assertRefused(byte[] bytes, String words) throws IOException {
        Path file = Files.write(folder.resolve("bytes.onnx"), bytes);
        assertThatThrownBy(() -> OnnxReader.read(file, Plugged.PLUGINS, PlainKernels::of))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(words);
    }

    private static byte[] bytes(ProtoMessage message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(Channels.newChannel(bytes));
        return bytes.toByteArray();
    }

    private static ProtoMessage model(ProtoMessage graph) {
        return new ProtoMessage().whole(1, 8).message(7, graph).message(8, new ProtoMessage().whole(2, 17));
    }

    private static ProtoMessage value(String name, long... dimensions) {
        ProtoMessage shape = new ProtoMessage().message(1, new ProtoMessage());
        for (long dimension : dimensions) {
            shape.message(1, new ProtoMessage().whole(1, dimension));
        }
        ProtoMessage tensor = new ProtoMessage().whole(1, 1).message(2, shape);
        return new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, tensor));
    }

    @Test
    void theFileThatIsDamagedBelowIsGood() throws IOException {
        assertThat(isRead(good(folder))).isTrue();
    }

    @Test
    void anEndAtAnyByteIsRefused() throws IOException {
        byte[] good = good(folder);
        for (int length = 0; length < good.length; length++) {
            assertThat(isRead(Arrays.copyOf(good, length)))
                    .describedAs("the first %d bytes", length)
                    .isFalse();
        }
    }

    @Test
    void aWrongByteAnywhereDoesNoMoreThanARefusal() throws IOException {
        byte[] good = good(folder);
        int refused = 0;
        for (int place = 0; place < good.length; place++) {
            for (int other : new int[] {0, 0xff, good[place] ^ 1, good[place] ^ 0x88}) {
                byte[] damaged = good.clone();
                damaged[place] = (byte) other;
                refused += isRead(damaged) ? 0 : 1;
            }
        }
        assertThat(refused).isGreaterThan(good.length);
    }

    @Test
    void manyWrongBytesDoNoMoreThanARefusal() throws IOException {
        byte[] good = good(folder);
        RandomGenerator random = new SplittableRandom(11);
        for (int round = 0; round < 1500; round++) {
            byte[] damaged = good.clone();
            for (int change = 0; change < 1 + round % 7; change++) {
                int from = random.nextInt(good.length);
                int to = random.nextInt(good.length);
                int length = random.nextInt(1, 9);
                System.arraycopy(good, from, damaged, to, Math.min(length, good.length - Math.max(from, to)));
            }
            isRead(damaged);
        }
    }

    @Test
    void whatIsNoFileOfOnnxIsRefused() throws IOException {
        assertRefused(new byte[0], "is no ONNX model: it has no version");
        assertRefused("{\"a\": 1}".getBytes(StandardCharsets.UTF_8), "wire type");
        assertRefused(new byte[] {8, 8}, "it has no graph");
        assertThatThrownBy(() -> OnnxReader.read(folder, Plugged.PLUGINS, PlainKernels::of))
                .isInstanceOf(ModelFormatException.class);
        assertThatThrownBy(() -> OnnxReader.read(folder.resolve("no"), Plugged.PLUGINS, PlainKernels::of))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void lengthsAreHeldAgainstTheFile() throws IOException {
        assertRefused(
                new byte[] {0x3a, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f}, "says that it has 268435455 bytes");
        byte[] negative = new byte[11];
        Arrays.fill(negative, (byte) 0xff);
        negative[0] = 0x3a;
        negative[10] = 1;
        assertRefused(negative, "says that it has 18446744073709551615 bytes, but only 0 are left");
        byte[] endless = new byte[12];
        Arrays.fill(endless, (byte) 0xff);
        endless[0] = 8;
        assertRefused(endless, "more than ten bytes");
        assertRefused(new byte[] {0x3b}, "wire type 3");
        assertRefused(new byte[] {0}, "a field has the number 0");
    }

    @Test
    void shapesAreHeldAgainstTheirNumbers() throws IOException {
        ProtoMessage huge = new ProtoMessage()
                .whole(1, 1L << 40)
                .whole(1, 1L << 40)
                .whole(2, 1)
                .text(8, "w");
        assertRefused(bytes(model(new ProtoMessage().message(5, huge))), "which no file can hold");
        ProtoMessage empty =
                new ProtoMessage().whole(1, 0).whole(1, 1L << 40).whole(2, 1).text(8, "w");
        assertRefused(bytes(model(new ProtoMessage().message(5, empty))), "inputs and 0 outputs");
        ProtoMessage few =
                new ProtoMessage().whole(1, 1 << 20).whole(2, 1).text(8, "w").bytes(9, ByteBuffer.allocate(8));
        assertRefused(bytes(model(new ProtoMessage().message(5, few))), "has 4194304 bytes, but 8 are there");
        ProtoMessage other =
                new ProtoMessage().whole(1, 1).whole(2, 10).text(8, "w").bytes(9, ByteBuffer.allocate(2));
        assertRefused(bytes(model(new ProtoMessage().message(5, other))), "ONNX's type 10");
        ProtoMessage inputs =
                new ProtoMessage().message(11, value("x", 1 << 20, 1 << 20)).message(12, value("y"));
        assertRefused(bytes(model(inputs)), "has the shape [-1, 1048576, 1048576]");
    }

    @Test
    void tensorsInOtherFilesAreRefused() throws IOException {
        ProtoMessage location = new ProtoMessage().text(1, "location").text(2, "../../weights.bin");
        ProtoMessage tensor = new ProtoMessage()
                .whole(1, 1)
                .whole(2, 1)
                .text(8, "w")
                .message(13, location)
                .whole(14, 1);
        assertRefused(
                bytes(model(new ProtoMessage().message(5, tensor))),
                "the numbers of a tensor stand in another file, which is not read; save the model in one file");
    }

    @Test
    void aSmallFileIsNoLargeNetwork() throws IOException {
        // 900 layers that share one tensor of a megabyte would take a gigabyte.
        Fixture shared = new Fixture(512).node("Gemm", "input", "w:512,512");
        for (int layer = 1; layer < 900; layer++) {
            shared.node("Gemm", "-", "w");
        }
        assertRefused(Files.readAllBytes(shared.write(folder.resolve("shared.onnx"))), "share tensors so often");
        // Each convolution of one filter gives 16 million numbers.
        Fixture wide = new Fixture(1, 4096, 4096).node("Conv", "input", "w:1,1,1,1");
        for (int layer = 1; layer < 100; layer++) {
            wide.node("Conv", "-", "w");
        }
        assertRefused(Files.readAllBytes(wide.write(folder.resolve("wide.onnx"))), "more numbers than all layers");
    }

    @Test
    void listsHaveBounds() throws IOException {
        ProtoMessage nodes = new ProtoMessage();
        for (int i = 0; i <= 10_000; i++) {
            nodes.message(1, new ProtoMessage());
        }
        assertRefused(bytes(model(nodes)), "more than 10000 nodes");
        ProtoMessage node = new ProtoMessage();
        for (int i = 0; i <= 64; i++) {
            node.text(1, "x");
        }
        assertRefused(bytes(model(new ProtoMessage().message(1, node))), "more than 64 inputs of a node");
        ProtoMessage wide = new ProtoMessage();
        for (int i = 0; i < 5000; i++) {
            ProtoMessage taking = new ProtoMessage();
            for (int name = 0; name < 60; name++) {
                taking.text(1, "");
            }
            wide.message(1, taking);
        }
        assertRefused(bytes(model(wide)), "more than 262144 nodes, names, attributes and dimensions together");
        assertRefused(
                bytes(model(new ProtoMessage().message(1, new ProtoMessage().text(4, "x".repeat(5000))))),
                "a text of 5000 bytes");
    }

    @Test
    void circlesAndValuesThatAreGivenTwiceAreRefused() throws IOException {
        ProtoMessage circle = new ProtoMessage()
                .message(
                        1,
                        new ProtoMessage()
                                .text(1, "x")
                                .text(1, "b")
                                .text(2, "a")
                                .text(4, "Add"))
                .message(1, new ProtoMessage().text(1, "a").text(2, "b").text(4, "Relu"))
                .message(11, value("x", 4))
                .message(12, value("a"));
        assertRefused(bytes(model(circle)), "Add takes 'b', which no node before it gives");
        ProtoMessage twice = new ProtoMessage()
                .message(1, new ProtoMessage().text(1, "x").text(2, "a").text(4, "Relu"))
                .message(1, new ProtoMessage().text(1, "x").text(2, "a").text(4, "Tanh"))
                .message(11, value("x", 4))
                .message(12, value("a"));
        assertRefused(bytes(model(twice)), "Tanh gives 'a', which is there already");
    }

    @Test
    void doublingWaysAreComputedOnce() throws IOException {
        // x² of x² of x² ...: as many ways as 2 to the power of the nodes.
        Fixture squares = new Fixture(3).node("Gemm", "input", "w:3,3");
        for (int i = 0; i < 2000; i++) {
            squares.node("Mul", "-", "-");
        }
        assertRefused(Files.readAllBytes(squares.write(folder.resolve("squares.onnx"))), "goes into");
    }

    @Test
    void residualLayersInEachOtherHaveABound() throws IOException {
        Fixture nested = new Fixture(2);
        String before = "input";
        for (int i = 0; i < 40; i++) {
            nested.node("Identity", before).named("v" + i);
            before = "v" + i;
        }
        nested.node("Gemm", "-", "w:2,2");
        for (int i = 39; i >= 0; i--) {
            nested.node("Add", "-", "v" + i);
        }
        assertRefused(Files.readAllBytes(nested.write(folder.resolve("nested.onnx"))), "a network here is a chain");
    }

    @Test
    void textsOfNablaInAFileAreHeldToTheirForm() throws IOException {
        ProtoMessage text = new ProtoMessage().text(1, Texts.CLASSES).text(2, "{\"classes\": 3}");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(good(folder));
        all.write(bytes(new ProtoMessage().message(14, text)));
        assertRefused(all.toByteArray(), "classes is a list, but got 3");
    }
}
