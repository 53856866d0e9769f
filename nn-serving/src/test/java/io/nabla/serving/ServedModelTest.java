package io.nabla.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.data.DataFormatException;
import io.nabla.data.csv.CategoryInput;
import io.nabla.data.csv.ClassTarget;
import io.nabla.data.csv.CsvFormat;
import io.nabla.data.csv.MissingCategories;
import io.nabla.data.csv.NumberInput;
import io.nabla.data.csv.NumberTarget;
import io.nabla.data.csv.TableEncoding;
import io.nabla.data.csv.TargetColumn;
import io.nabla.data.csv.UnknownCategories;
import io.nabla.io.Model;
import io.nabla.io.ModelDescription;
import io.nabla.io.ModelFile;
import io.nabla.io.json.JsonReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServedModelTest {
    private static final List<String> CLASSES = List.of("cat", "dog", "eel");
    private static final TargetColumn ANIMAL = new ClassTarget("animal", CLASSES);

    @TempDir
    Path folder;

    /** Length is (x - 10) / 2, or 10 where it is missing; colour is red or blue. */
    private static Preprocessing.Table table(TargetColumn target) {
        TableEncoding encoding = new TableEncoding(
                List.of(
                        new NumberInput("length", 10, 2, OptionalDouble.of(10)),
                        new CategoryInput(
                                "colour",
                                List.of("blue", "red"),
                                MissingCategories.REFUSE,
                                -1,
                                UnknownCategories.REFUSE)),
                target);
        return new Preprocessing.Table(encoding, CsvFormat.standard().withMissing("NA"));
    }

    private static Model tableModel(TargetColumn target, List<String> classes, int outputs, String activation) {
        return Models.model("3", outputs, activation, Precision.DOUBLE, table(target), classes, 4);
    }

    private static double[] outputs(Model model, double... x) {
        Matrix a = model.network().feedforward(Matrix.column(model.network().kernels(), x));
        double[] outputs = new double[a.rows()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = a.get(i);
        }
        return outputs;
    }

    private static void assertSame(Prediction prediction, double[] outputs) {
        assertThat(prediction.outputs().stream().mapToDouble(x -> x).toArray()).isEqualTo(outputs);
        int best = 0;
        for (int i = 1; i < outputs.length; i++) {
            best = outputs[i] > outputs[best] ? i : best;
        }
        assertThat(prediction.label()).contains(CLASSES.get(best));
        assertThat(prediction.probability()).hasValue(outputs[best]);
        assertThat(prediction.numbers()).isEmpty();
    }

    @Test
    void aRowOfATableBecomesAClassWithItsProbability() {
        Model model = tableModel(ANIMAL, CLASSES, 3, "softmax");
        ServedModel served = ServedModel.of(model);
        assertSame(served.predict(Map.of("length", "14", "colour", "red")), outputs(model, 2, 0, 1));
        assertSame(served.predict(Map.of("length", "NA", "colour", "blue")), outputs(model, 0, 1, 0));
        assertSame(served.predict(new double[] {-1, 1, 0}), outputs(model, -1, 1, 0));
        PredictionHandle handle = served.handle();
        assertThat(handle.predict(Map.of("length", "14", "colour", "red"))).isEqualTo(outputs(model, 2, 0, 1));
        assertThat(handle.label())
                .isEqualTo(served.predict(new double[] {2, 0, 1}).label().orElseThrow());
        assertThatThrownBy(() -> served.predict(Map.of("length", "14", "colour", "rad")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("colour")
                .hasMessageContaining("red");
        assertThatThrownBy(() -> served.predict(new byte[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model takes the rows of a table with the columns [length, colour], but got pixels");
    }

    @Test
    void aNumberIsToldInTheUnitsOfItsColumn() {
        Model model = tableModel(new NumberTarget("weight", 70, 5), List.of(), 1, "identity");
        double output = outputs(model, 2, 0, 1)[0];
        Prediction prediction = ServedModel.of(model).predict(Map.of("length", "14", "colour", "red"));
        assertThat(prediction)
                .isEqualTo(new Prediction(
                        List.of(output), Optional.empty(), OptionalDouble.empty(), List.of(output * 5 + 70)));
        PredictionHandle handle = ServedModel.of(model).handle();
        assertThatThrownBy(handle::label).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theRowsOfAFileAreThoseOfTheirCells() throws IOException {
        ServedModel served = ServedModel.of(tableModel(ANIMAL, CLASSES, 3, "softmax"));
        String text = "colour,length\nred,14\nblue,NA\n";
        Path csv = Files.writeString(folder.resolve("rows.csv"), text);
        List<Prediction> wanted = List.of(
                served.predict(Map.of("length", "14", "colour", "red")),
                served.predict(Map.of("length", "", "colour", "blue")));
        try (Examples rows = served.examples(csv)) {
            assertThat(served.predict(rows)).isEqualTo(wanted);
            assertThat(rows.name(1)).isEqualTo(csv + ":2");
        }
        try (Examples rows = served.examples("stdin", stream(text.getBytes(StandardCharsets.UTF_8)))) {
            assertThat(served.predict(rows)).isEqualTo(wanted);
            assertThat(rows.name(1)).isEqualTo("stdin:2");
        }
    }

    private static ByteArrayInputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] png(byte[] pixels) throws IOException {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, 3, 2, pixels);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void anImageIsDividedHoweverItComes(Precision precision) throws IOException {
        Model model = Models.model("[1,2,3]", 3, "softmax", precision, new Preprocessing.Pixels(), CLASSES, 5);
        ServedModel served = ServedModel.of(model);
        byte[] pixels = {0, 1, 100, (byte) 200, (byte) 255, 7};
        double[] x = new double[6];
        for (int i = 0; i < 6; i++) {
            x[i] = (pixels[i] & 0xFF) / 256.0;
        }
        double[] wanted = outputs(model, x);
        assertSame(served.predict(pixels), wanted);
        Path file = Files.write(folder.resolve("a.png"), png(pixels));
        try (Examples images = served.examples(file)) {
            assertThat(images.name(0)).isEqualTo(file.toString());
            assertSame(served.predict(images).get(0), wanted);
        }
        try (Examples images = served.examples("-", stream(png(pixels)))) {
            assertThat(images.name(0)).isEqualTo("-");
            assertSame(served.predict(images).get(0), wanted);
        }
        assertThatThrownBy(() -> served.predict(new byte[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the network takes images of 1×2×3 pixels, but got 5");
        assertThatThrownBy(() -> served.predict(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model takes images, but got cells of a table");
    }

    @Test
    void aStreamOfAnotherKindIsRefusedByItsFirstBytes() throws IOException {
        ServedModel rows = ServedModel.of(tableModel(ANIMAL, CLASSES, 3, "softmax"));
        ServedModel images = ServedModel.of(
                Models.model("[1,2,3]", 3, "softmax", Precision.DOUBLE, new Preprocessing.Pixels(), CLASSES, 5));
        byte[] png = png(new byte[6]);
        byte[] csv = "colour,length\n".getBytes(StandardCharsets.UTF_8);
        assertRefused(
                rows,
                png,
                "stdin: begins like a PNG image, but the model takes the rows of a table with the columns"
                        + " [length, colour]");
        assertRefused(images, csv, "stdin: begins like a text, but the model takes images");
        assertRefused(images, new byte[0], "stdin: is empty; the model takes images");
        assertRefused(rows, csv, "stdin: has a header but no rows");
        assertRefused(
                rows, "length,colour\nx,red\n".getBytes(StandardCharsets.UTF_8), "stdin: line 2, column 'length': ");
        png[png.length - 1] ^= 1;
        assertRefused(images, png, "stdin: is a broken PNG image: a checksum is wrong");
        assertThatThrownBy(() -> Models.classifier(CLASSES, 1).examples(Path.of("a.csv")))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("a.csv: is a file, but the model takes numbers that a program has prepared");
    }

    private static void assertRefused(ServedModel model, byte[] bytes, String message) {
        assertThatThrownBy(() -> model.examples("stdin", stream(bytes)))
                .isInstanceOf(DataFormatException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aSavedModelIsServed() throws IOException {
        Model model = tableModel(ANIMAL, CLASSES, 3, "softmax");
        Path file = folder.resolve("a.safetensors");
        ModelFile.write(file, model.network(), model.description());
        ServedModel served = ServedModel.read(file, Models.PLUGINS, PlainKernels::of);
        assertSame(served.predict(Map.of("length", "14", "colour", "red")), outputs(model, 2, 0, 1));
        assertThat(served.labels()).isEqualTo(CLASSES);
        assertThat(served.toString()).isEqualTo("3-5-3, the rows of a table with the columns [length, colour]");
    }

    @Test
    void manyExamplesAreThoseOfEach() {
        ServedModel served = Models.classifier(CLASSES, 2);
        Matrix x = Matrix.of(served.network().kernels(), new double[][] {{1, 0.5}, {-1, 0}, {2, 9}});
        assertThat(served.predict(x))
                .containsExactly(served.predict(new double[] {1, -1, 2}), served.predict(new double[] {0.5, 0, 9}));
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        ServedModel served = Models.classifier(CLASSES, 2);
        assertThatThrownBy(() -> served.predict(new double[] {1, Double.NaN, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("input 1 is NaN; a network takes finite numbers");
        assertThatThrownBy(() -> served.predict(new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes 3 inputs but got 2");
        ServedModel numbers = ServedModel.of(
                Models.model("3", 1, "identity", Precision.DOUBLE, new Preprocessing.Numbers(), List.of(), 3));
        double[] huge = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE};
        assertThatThrownBy(() -> numbers.predict(huge))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("far from what the network was trained with");
    }

    @Test
    void aModelThatDoesNotFitItsPreprocessingIsRefused() throws IOException {
        Model model = Models.model("4", 3, "softmax", Precision.DOUBLE, table(ANIMAL), CLASSES, 4);
        assertThatThrownBy(() -> ServedModel.of(model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the columns of the table become 3 inputs, but the network takes 4; train and save it anew");
        Path file = folder.resolve("a.safetensors");
        ModelFile.write(file, model.network(), model.description());
        assertThatThrownBy(() -> ServedModel.read(file, Models.PLUGINS, PlainKernels::of))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ": the columns of the table become 3 inputs");
        for (Map.Entry<String, String> wrong : Map.of(
                        "{\"kind\":\"sounds\"}", "kind is pixels, table or numbers, but got \"sounds\"",
                        "{\"kind\":\"pixels\",\"divisor\":255}", "divisor is the 256 of this program, but got 255",
                        "{}", "needs a value of 'kind'")
                .entrySet()) {
            ModelDescription some = model.description();
            Model other = new Model(
                    new ModelDescription(
                            some.network(),
                            some.precision(),
                            some.cost(),
                            JsonReader.parse("p", wrong.getKey()),
                            some.classes(),
                            some.provenance()),
                    model.network());
            assertThatThrownBy(() -> ServedModel.of(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong.getValue());
        }
    }

    @Test
    void preprocessingIsReadAsItWasWritten() {
        Stream.of(new Preprocessing.Pixels(), new Preprocessing.Numbers(), table(ANIMAL))
                .forEach(one -> assertThat(Preprocessing.of(
                                JsonReader.parse("p", one.json().write())))
                        .isEqualTo(one));
        assertThat(new Preprocessing.Pixels().json().write()).isEqualTo("{\"kind\":\"pixels\",\"divisor\":256}");
    }
}
