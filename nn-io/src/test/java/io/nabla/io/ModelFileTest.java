package io.nabla.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.activations.Relu;
import io.nabla.activations.Softmax;
import io.nabla.api.Activation;
import io.nabla.api.Catalog;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Plugins;
import io.nabla.api.Precision;
import io.nabla.core.Fingerprint;
import io.nabla.core.Network;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.io.json.JsonReader;
import io.nabla.io.json.JsonText;
import io.nabla.io.json.Place;
import io.nabla.layers.DenseFactory;
import io.nabla.layers.DropoutFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModelFileTest {
    private static final String DESCRIPTION = """
            {"inputs":[1,2,2],"layers":[{"kind":"dense","units":3,"activation":"relu"},{"kind":"dropout","rate":0.25},\
            {"kind":"dense","units":2,"activation":"softmax"}]}""";

    private static final Plugins PLUGINS = new Plugins(
            Catalog.<Activation>of("activation", List.of(new Relu(), new Softmax())),
            Catalog.of("cost", List.of()),
            Catalog.of("layer", List.of(new DenseFactory(), new DropoutFactory())),
            Catalog.of("optimizer", List.of()),
            Catalog.of("schedule", List.of()),
            Catalog.of("clipping", List.of()),
            Catalog.of("regularizer", List.of()),
            Catalog.of("initializer", List.of()));

    @TempDir
    Path folder;

    private static Network network(Precision precision) {
        Network network = NetworkDescription.of(JsonReader.parse("d", DESCRIPTION))
                .buildZeroed(PLUGINS, PlainKernels.of(precision));
        NumpyRandom random = new NumpyRandom(3);
        for (NamedMatrix named : NamedMatrix.of(network)) {
            for (int i = 0; i < named.matrix().size(); i++) {
                named.matrix().set(i, random.nextGaussian());
            }
        }
        return network;
    }

    private static ModelDescription description(Precision precision) {
        return new ModelDescription(
                NetworkDescription.of(JsonReader.parse("d", DESCRIPTION)),
                precision,
                JsonReader.parse("c", "{\"name\":\"log-likelihood\",\"smoothing\":0.1}"),
                JsonReader.parse("p", "{\"kind\":\"pixels\",\"divisor\":256}"),
                List.of("cat", "Zoë \"dog\""),
                Map.of("seed", "7", "nabla", "1.0"));
    }

    private static Model read(Path file) throws IOException {
        return ModelFile.read(file, PLUGINS, PlainKernels::of);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aModelIsReadAsItWasWritten(Precision precision) throws IOException {
        Network network = network(precision);
        Path file = folder.resolve("a.safetensors");
        ModelFile.write(file, network, description(precision));

        Model model = read(file);

        assertThat(Fingerprint.sha256(model.network())).isEqualTo(Fingerprint.sha256(network));
        Kernels kernels = network.kernels();
        Matrix x = Matrix.of(kernels, new double[][] {{1, 2}, {0, -1}, {0.5, 3}, {4, 0.1}});
        assertThat(model.network().feedforward(x).sameBits(network.feedforward(x)))
                .isTrue();
        ModelDescription description = model.description();
        assertThat(description.network().json().write()).isEqualTo(DESCRIPTION);
        assertThat(description.precision()).isEqualTo(precision);
        assertThat(description.cost().settings().name()).isEqualTo("log-likelihood");
        assertThat(description.cost().settings().number("smoothing")).isEqualTo(0.1);
        assertThat(description.preprocessing().get("divisor").asInteger("any", n -> true))
                .isEqualTo(256);
        assertThat(description.classes()).containsExactly("cat", "Zoë \"dog\"");
        assertThat(description.provenance()).containsAllEntriesOf(Map.of("seed", "7", "nabla", "1.0"));
    }

    /** Such as the encoding of a table with many words. */
    @Test
    void aLongDescriptionIsReadAgain() throws IOException {
        Path file = folder.resolve("a.safetensors");
        String words = "word ".repeat(600_000);
        ModelDescription some = description(Precision.DOUBLE);
        ModelFile.write(
                file,
                network(Precision.DOUBLE),
                new ModelDescription(
                        some.network(),
                        some.precision(),
                        some.cost(),
                        some.preprocessing().with("encoding", new JsonText(Place.named("encoding"), words)),
                        some.classes(),
                        some.provenance()));
        assertThat(read(file).description().preprocessing().get("encoding").asText())
                .isEqualTo(words);
    }

    @Test
    void theNamesAreThoseOfLayersAndParameters() throws IOException {
        Path file = folder.resolve("a.safetensors");
        ModelFile.write(file, network(Precision.FLOAT), description(Precision.FLOAT));
        try (SafetensorsFile tensors = SafetensorsFile.open(file)) {
            assertThat(tensors.tensors().stream().map(tensor -> tensor.name() + tensor.shape()))
                    .containsExactly(
                            "1.weights[3, 4]",
                            "1.biases[3]",
                            "3.weights[2, 3]",
                            "3.biases[2]",
                            "probes.inputs[3, 4]",
                            "probes.outputs[3, 2]");
        }
    }

    private Path changed(String key, String value) throws IOException {
        return changed(key, value, NamedMatrix.of(network(Precision.DOUBLE)));
    }

    private Path changed(String key, String value, List<NamedMatrix> matrices) throws IOException {
        Path sound = folder.resolve("sound.safetensors");
        ModelFile.write(sound, network(Precision.DOUBLE), description(Precision.DOUBLE));
        Path file = folder.resolve("a.safetensors");
        try (SafetensorsFile tensors = SafetensorsFile.open(sound)) {
            Map<String, String> texts = new LinkedHashMap<>(tensors.metadata());
            texts.remove(ModelTexts.TEXTS_SHA256);
            texts.put(key, value);
            texts.put(ModelTexts.TEXTS_SHA256, Sha256.of(texts));
            SafetensorsWriter.write(file, texts, matrices);
        }
        return file;
    }

    private static void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ModelFormatException.class)
                .message()
                .startsWith(file + ", byte ")
                .contains(message)
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "format         | pt      | only models that Nabla saved can be read",
                "format-version | 2       | is a model of format version '2', but this program reads version 1; take a newer one",
                "precision      | half    | the precision is double or float, but got 'half'",
                "precision      | float   | holds doubles, which floats would round",
                "network        | {}      | needs a value of 'inputs'",
                "network        | [       | network, line 1, column 2: not JSON",
                "network        | {\"inputs\":4,\"layers\":[{\"kind\":\"conv\"},{\"kind\":\"dropout\"},{\"kind\":\"dropout\"}]} | no layer named 'conv'; have [dense, dropout]",
                "network        | {\"inputs\":4,\"layers\":[],\"class\":\"java.lang.Runtime\"} | unknown key 'class'; have [inputs, layers]",
                "network        | {\"inputs\":4,\"layers\":[{\"kind\":\"dense\",\"units\":2,\"activation\":\"relu\"}]} | belongs to no layer",
                "network        | {\"inputs\":2000000000,\"layers\":[{\"kind\":\"dense\",\"units\":3,\"activation\":\"relu\"},{\"kind\":\"dropout\",\"rate\":0.25},{\"kind\":\"dense\",\"units\":2,\"activation\":\"softmax\"}]} | layers[0] takes 2000000000 inputs; at most 16777216 are possible in a file",
                "network        | {\"inputs\":4,\"layers\":[{\"kind\":\"dense\",\"units\":999999999,\"activation\":\"relu\"},{\"kind\":\"dropout\",\"rate\":0.25},{\"kind\":\"dense\",\"units\":2,\"activation\":\"softmax\"}]} | layers[0] claims at least 3999999996 numbers, but the file has 15 for it",
                "network        | {\"inputs\":4,\"layers\":[{\"kind\":\"dense\",\"units\":2,\"activation\":\"relu\"},{\"kind\":\"dropout\",\"rate\":0.25},{\"kind\":\"dense\",\"units\":2,\"activation\":\"softmax\"}]} | layer 1, dense, has 10 numbers, but the file has 15 for it",
                "network        | {\"inputs\":9000000,\"layers\":[{\"kind\":\"dense\",\"units\":3,\"activation\":\"relu\"},{\"kind\":\"dropout\",\"rate\":0.25},{\"kind\":\"dense\",\"units\":2,\"activation\":\"softmax\"}]} | layers[0] claims at least 27000000 numbers",
                "network        | {\"inputs\":4,\"layers\":[{\"kind\":\"residual\",\"layers\":[{\"kind\":\"dense\",\"units\":3,\"activation\":\"relu\"},{\"kind\":\"dense\",\"units\":9}]},{\"kind\":\"a\"},{\"kind\":\"b\"}]} | layers[0].layers[1] claims at least 27 numbers, but the file has 0 for it",
                "network        | {\"inputs\":4,\"layers\":[{\"kind\":\"convolution2d\",\"filters\":1,\"kernel\":40000},{\"kind\":\"a\"},{\"kind\":\"b\"}]} | layers[0] claims at least 1600000000 numbers",
                "network        | {\"inputs\":4,\"layers\":[{\"kind\":\"gru\",\"units\":1000000},{\"kind\":\"a\"},{\"kind\":\"b\"}]} | layers[0] claims at least 3000012000000 numbers",
                "network        | {\"inputs\":4,\"layers\":[{\"kind\":\"embedding\",\"vocabulary\":1000,\"size\":1000},{\"kind\":\"a\"},{\"kind\":\"b\"}]} | layers[0] claims at least 1000000 numbers",
                "network        | {\"inputs\":4,\"layers\":[{\"kind\":\"other\",\"filters\":1000},{\"kind\":\"a\"},{\"kind\":\"b\"}]} | layers[0] claims at least 1000 numbers",
                "preprocessing  | 3       | preprocessing, line 1, column 1: the JSON text is an object, but got 3",
                "classes        | {\"classes\":[\"cat\"]} | the model names 1 class for its 2 outputs; names are as many, or none",
                "classes        | {\"classes\":[1]} | classes[0] is a text, but got 1",
                "provenance     | {\"seed\":1} | seed is a text, but got 1"
            })
    void whatIsNoModelIsRefused(String key, String value, String message) throws IOException {
        assertRefused(changed(key, value), message);
    }

    @Test
    void tensorsOfNoLayerAreRefused() throws IOException {
        Matrix w = Matrix.zeros(PlainKernels.of(Precision.DOUBLE), 1, 1);
        for (String name : List.of("4.weights", "0.weights", "weights", "x.weights", "01.weights", "99999999999.w")) {
            assertRefused(
                    changed("note", "", List.of(new NamedMatrix(name, w, false))),
                    "tensor '" + name + "' belongs to no layer of the network");
        }
        assertRefused(
                changed("note", "", List.of()), "layers[0] claims at least 12 numbers, but the file has 0 for it");
    }

    @Test
    void aFileWithoutADescriptionIsRefused() throws IOException {
        Path file = folder.resolve("b.safetensors");
        SafetensorsWriter.write(file, Map.of("format", "nabla", "format-version", "1"), List.of());
        assertRefused(file, "the model says nothing of its network");
    }
}
