package io.nabla.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.nabla.activations.Sigmoid;
import io.nabla.api.Activation;
import io.nabla.api.Catalog;
import io.nabla.api.ElementwiseActivation;
import io.nabla.api.Matrix;
import io.nabla.api.Plugins;
import io.nabla.api.Precision;
import io.nabla.core.Fingerprint;
import io.nabla.core.Network;
import io.nabla.core.kernels.CommonsMathKernels;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.io.json.JsonReader;
import io.nabla.io.json.JsonText;
import io.nabla.io.json.Place;
import io.nabla.layers.DenseFactory;
import io.nabla.layers.EmbeddingFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelfVerifyingModelTest {
    private static final String SMALL = """
            {"inputs":2,"layers":[{"kind":"dense","units":1,"activation":"sigmoid"}]}""";

    private static final String TWO_LAYERS = """
            {"inputs":3,"layers":[{"kind":"dense","units":5,"activation":"sigmoid"},\
            {"kind":"dense","units":6,"activation":"own"}]}""";

    private static final String WORDS = """
            {"inputs":4,"layers":[{"kind":"embedding","vocabulary":7,"size":2},\
            {"kind":"dense","units":2,"activation":"sigmoid"}]}""";

    /** An activation of somebody's plug-in, of which there are several versions. */
    private record Own(DoubleUnaryOperator f) implements ElementwiseActivation {
        @Override
        public String name() {
            return "own";
        }

        @Override
        public double value(double z) {
            return f.applyAsDouble(z);
        }

        @Override
        public double derivative(double z, double a) {
            throw new UnsupportedOperationException("nothing is learned here");
        }
    }

    @TempDir
    Path folder;

    private static Plugins plugins(DoubleUnaryOperator own) {
        return new Plugins(
                Catalog.<Activation>of("activation", List.of(new Sigmoid(), new Own(own))),
                Catalog.of("cost", List.of()),
                Catalog.of("layer", List.of(new DenseFactory(), new EmbeddingFactory())),
                Catalog.of("optimizer", List.of()),
                Catalog.of("schedule", List.of()),
                Catalog.of("clipping", List.of()),
                Catalog.of("regularizer", List.of()),
                Catalog.of("initializer", List.of()));
    }

    private static Network network(String description, Precision precision, DoubleUnaryOperator own) {
        Network network = NetworkDescription.of(JsonReader.parse("d", description))
                .buildZeroed(plugins(own), PlainKernels.of(precision));
        NumpyRandom random = new NumpyRandom(3);
        for (NamedMatrix named : NamedMatrix.of(network)) {
            for (int i = 0; i < named.matrix().size(); i++) {
                named.matrix().set(i, random.nextGaussian());
            }
        }
        return network;
    }

    private static ModelDescription description(String network, Precision precision) {
        return new ModelDescription(
                NetworkDescription.of(JsonReader.parse("d", network)),
                precision,
                JsonReader.parse("c", "{\"name\":\"quadratic\"}"),
                JsonReader.parse("p", "{}"),
                List.of(),
                Map.of());
    }

    private Path saved(String description, DoubleUnaryOperator own) throws IOException {
        Path file = folder.resolve("a.safetensors");
        ModelFile.write(file, network(description, Precision.DOUBLE, own), description(description, Precision.DOUBLE));
        return file;
    }

    private static Model read(Path file, DoubleUnaryOperator own) throws IOException {
        return ModelFile.read(file, plugins(own), PlainKernels::of);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void noChangedBitIsReadWithoutAWord(Precision precision) throws IOException {
        Path file = folder.resolve("a.safetensors");
        Network network = network(SMALL, precision, z -> z);
        ModelFile.write(file, network, description(SMALL, precision));
        byte[] sound = Files.readAllBytes(file);
        Path changed = folder.resolve("b.safetensors");
        for (int at = 0; at < sound.length; at++) {
            for (int mask : new int[] {1, 32, 255}) {
                byte[] bytes = sound.clone();
                bytes[at] ^= (byte) mask;
                Files.write(changed, bytes);
                if (isRead(changed)) {
                    fail("byte %d of %d is read though it was changed by %d", at, sound.length, mask);
                }
            }
        }
        assertThat(Fingerprint.sha256(read(file, z -> z).network())).isEqualTo(Fingerprint.sha256(network));
    }

    private static boolean isRead(Path file) throws IOException {
        try {
            read(file, z -> z);
            return true;
        } catch (ModelFormatException refused) {
            return false;
        }
    }

    @Test
    void aChangedWeightNamesItsTensor() throws IOException {
        Path file = saved(SMALL, z -> z);
        byte[] bytes = Files.readAllBytes(file);
        long weights;
        try (SafetensorsFile tensors = SafetensorsFile.open(file)) {
            weights = tensors.position("1.weights");
        }
        bytes[(int) weights] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> read(file, z -> z))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageMatching(".*byte " + weights + ": tensor '1.weights' has the SHA-256 [0-9a-f]{64}, but had"
                        + " [0-9a-f]{64} when it was saved; the file is damaged, take a sound copy");
    }

    @Test
    void anotherVersionOfAPluginIsNamedByTheFirstLayerThatDiffers() throws IOException {
        Path file = saved(TWO_LAYERS, z -> z);
        assertThat(read(file, z -> z).network().toString()).isEqualTo("3-5-6");
        assertThatThrownBy(() -> read(file, Math::nextUp))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageMatching(
                        ".*: layer 2, dense, gives (-?[0-9.]+) as output 1 for probe 1, but gave (?!\\1 )-?[0-9.]+"
                                + " when it was saved; take the plug-ins that it was saved with, or train it anew");
        assertThatThrownBy(() -> read(file, z -> Double.NaN))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("layer 2, dense, gives NaN as output 1 for probe 1");
    }

    /** Only the output behind those that are kept in full differs. */
    @Test
    void aDifferenceAnywhereIsSeen() throws IOException {
        Network network = network(TWO_LAYERS, Precision.DOUBLE, z -> z);
        Path file = folder.resolve("a.safetensors");
        ModelFile.write(file, network, description(TWO_LAYERS, Precision.DOUBLE));
        Matrix w = network.layers().get(1).parameters().get("weights");
        w.set(5, 4, w.get(5, 4) + 1e-9);
        Path other = folder.resolve("b.safetensors");
        rewrite(file, other, NamedMatrix.of(network));
        assertThatThrownBy(() -> read(other, z -> z))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("layer 2, dense, gives other outputs behind the first 4 than when it was saved");
    }

    /** A file whose digests are those of other numbers, as somebody would write it who means it: the probes remain. */
    private static void rewrite(Path from, Path to, List<NamedMatrix> numbers) throws IOException {
        try (SafetensorsFile tensors = SafetensorsFile.open(from)) {
            List<NamedMatrix> all = new ArrayList<>(numbers);
            for (String probe : List.of(Probes.INPUTS, Probes.OUTPUTS)) {
                List<Long> shape = tensors.shape(probe);
                Precision precision = probe.equals(Probes.INPUTS) ? Precision.FLOAT : Precision.DOUBLE;
                Matrix matrix = Matrix.zeros(
                        PlainKernels.of(precision),
                        shape.get(0).intValue(),
                        shape.get(1).intValue());
                tensors.read(probe, matrix);
                all.add(new NamedMatrix(probe, matrix, false));
            }
            ModelTexts texts = ModelTexts.read(from, tensors.metadata());
            Map<String, String> digests = new LinkedHashMap<>();
            all.forEach(named -> digests.put(named.name(), Sha256.of(named.matrix())));
            SafetensorsWriter.write(to, new ModelTexts(texts.description(), digests, texts.probes()).write(), all);
        }
    }

    @Test
    void wordsAreProbedByWords() throws IOException {
        Path file = saved(WORDS, z -> z);
        read(file, z -> z);
        try (SafetensorsFile tensors = SafetensorsFile.open(file)) {
            Matrix inputs = Matrix.zeros(PlainKernels.of(Precision.DOUBLE), 3, 4);
            tensors.read(Probes.INPUTS, inputs);
            for (int i = 0; i < inputs.size(); i++) {
                assertThat(inputs.get(i)).isBetween(0.0, 6.0).isEqualTo(Math.rint(inputs.get(i)));
            }
        }
    }

    @Test
    void aNetworkThatTakesNoNumbersBelowZeroIsProbedWithoutThem() throws IOException {
        String description =
                TWO_LAYERS.replace("\"units\":5,\"activation\":\"sigmoid\"", "\"units\":5,\"activation\":\"own\"");
        Network network = network(description, Precision.DOUBLE, Math::sqrt);
        for (NamedMatrix named : NamedMatrix.of(network)) {
            for (int i = 0; i < named.matrix().size(); i++) {
                named.matrix().set(i, 0.25);
            }
        }
        network.layers().get(0).parameters().get("biases").fill(0);
        Path file = folder.resolve("a.safetensors");
        ModelFile.write(file, network, description(description, Precision.DOUBLE));
        assertThat(Fingerprint.sha256(read(file, Math::sqrt).network())).isEqualTo(Fingerprint.sha256(network));
    }

    @Test
    void aNetworkWhoseOutputsAreNoNumbersIsNotSaved() {
        Path file = folder.resolve("a.safetensors");
        Network network = network(TWO_LAYERS, Precision.DOUBLE, z -> 1 / 0.0);
        assertThatThrownBy(() -> ModelFile.write(file, network, description(TWO_LAYERS, Precision.DOUBLE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("layer 2, dense, gives Infinity as output 1 for probe 1;");
        network.layers().get(0).parameters().get("weights").set(1, Double.NaN);
        assertThatThrownBy(() -> ModelFile.write(file, network, description(TWO_LAYERS, Precision.DOUBLE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layer 1, weights, holds NaN or infinity; only a network of finite numbers is saved");
        assertThat(file).doesNotExist();
    }

    @Test
    void probesOfOnesOwnAreKept() throws IOException {
        Network network = network(TWO_LAYERS, Precision.DOUBLE, z -> z);
        Matrix x = Matrix.of(network.kernels(), new double[][] {{0.1, 100}, {0.2, 200}, {0.3, 300}});
        Path file = folder.resolve("a.safetensors");
        ModelFile.write(file, network, description(TWO_LAYERS, Precision.DOUBLE), x);
        read(file, z -> z);
        try (SafetensorsFile tensors = SafetensorsFile.open(file)) {
            Matrix inputs = Matrix.zeros(network.kernels(), 2, 3);
            Matrix outputs = Matrix.zeros(network.kernels(), 2, 6);
            tensors.read(Probes.INPUTS, inputs);
            tensors.read(Probes.OUTPUTS, outputs);
            assertThat(Turned.of(inputs).sameBits(x)).isTrue();
            assertThat(Turned.of(outputs).sameBits(network.feedforward(x))).isTrue();
        }
        Matrix many = Matrix.zeros(network.kernels(), 3, 9);
        assertThatThrownBy(() -> ModelFile.write(file, network, description(TWO_LAYERS, Precision.DOUBLE), many))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("probes are 3 inputs × 1 to 8 examples of double, but got 3×9 of double");
    }

    /** They round otherwise, so their outputs are held against the others' to rounding. */
    @Test
    void theReferenceKernelsReadAndWriteModelsToo() throws IOException {
        Path file = saved(TWO_LAYERS, z -> z);
        Model model = ModelFile.read(file, plugins(z -> z), precision -> new CommonsMathKernels());
        ModelFile.write(file, model.network(), model.description());
        read(file, z -> z);
        assertThatThrownBy(() -> read(file, z -> z + 1e-3))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("layer 2, dense, gives ");
    }

    @Test
    void whatCouldNotBeReadAgainIsNotWritten() {
        Network network = network(SMALL, Precision.DOUBLE, z -> z);
        ModelDescription some = description(SMALL, Precision.DOUBLE);
        Path file = folder.resolve("a.safetensors");
        Place place = Place.named("p");
        assertThatThrownBy(() -> ModelFile.write(
                        file,
                        network,
                        new ModelDescription(
                                some.network(),
                                some.precision(),
                                some.cost(),
                                some.preprocessing().with("k".repeat(201), new JsonText(place, "")),
                                some.classes(),
                                some.provenance())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("could not be read again")
                .hasMessageContaining("a key has at most 200 characters, but one has 201");
        assertThatThrownBy(() -> ModelFile.write(
                        file,
                        network,
                        new ModelDescription(
                                some.network(),
                                some.precision(),
                                some.cost(),
                                some.preprocessing().with("k", new JsonText(place, "x".repeat(1 << 24))),
                                some.classes(),
                                some.provenance())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("could not be read again");
        assertThatThrownBy(() -> ModelFile.write(file, network, description(TWO_LAYERS, Precision.DOUBLE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the description is of 3 inputs, 2 layers and double, but the network 2-1 has 2"
                        + " inputs, 1 layers and double");
        assertThat(file).doesNotExist();
    }

    @Test
    void theSameNetworkGivesTheSameFile() throws IOException {
        assertThat(Files.readAllBytes(saved(TWO_LAYERS, z -> z)))
                .isEqualTo(Files.readAllBytes(saved(TWO_LAYERS, z -> z)));
    }
}
