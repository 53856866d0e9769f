package io.nabla.serving;

import io.nabla.activations.Elu;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Precision;
import io.nabla.core.Network;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.data.csv.CategoryInput;
import io.nabla.data.csv.ClassTarget;
import io.nabla.data.csv.CsvFormat;
import io.nabla.data.csv.MissingCategories;
import io.nabla.data.csv.NumberInput;
import io.nabla.data.csv.TableEncoding;
import io.nabla.data.csv.UnknownCategories;
import io.nabla.io.ModelDescription;
import io.nabla.io.ModelFile;
import io.nabla.io.NetworkDescription;
import io.nabla.io.json.JsonReader;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.StringJoiner;

/**
 * Wrote the models of format version 1 that {@link Version1Test} reads, each with inputs and outputs beside it.
 *
 * <p>It was run once, and never overwrites a file: those that are there must be read for ever. It stays to tell what is in them, and
 * to be copied for a version 2.
 */
final class Version1Files {
    static final String DENSE = "dense-double";
    static final String CONVOLUTION = "convolution-float";
    static final String TABLE = "table-double";

    private static final int EXAMPLES = 4;
    private static final List<String> CLASSES = List.of("Zoë", "b \"c\"", "d");

    private Version1Files() {}

    /** Writes all files into the folder that is named. */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]));
    }

    static void write(Path folder) throws IOException {
        write(
                folder.resolve(DENSE),
                Precision.DOUBLE,
                """
                {"inputs":4,"layers":[{"kind":"dense","units":6,"activation":{"name":"elu","alpha":0.5}},\
                {"kind":"dropout","rate":0.25},{"kind":"dense","units":3,"activation":"sigmoid"}]}""",
                "{\"name\":\"cross-entropy\"}",
                new Preprocessing.Numbers(),
                List.of());
        write(
                folder.resolve(CONVOLUTION),
                Precision.FLOAT,
                """
                {"inputs":[1,6,6],"layers":[{"kind":"convolution2d","filters":2,"kernel":3,"activation":"relu"},\
                {"kind":"max-pool2d","size":2},{"kind":"dense","units":3,"activation":"softmax"}]}""",
                "{\"name\":\"log-likelihood\",\"smoothing\":0.1}",
                new Preprocessing.Pixels(),
                CLASSES);
        TableEncoding encoding = new TableEncoding(
                List.of(
                        new NumberInput("length\tof it", 10, 2.5, OptionalDouble.of(9.5)),
                        new CategoryInput(
                                "colour",
                                List.of("blue", "réd"),
                                MissingCategories.OWN_CATEGORY,
                                2,
                                UnknownCategories.ZEROS)),
                new ClassTarget("kind", CLASSES));
        write(
                folder.resolve(TABLE),
                Precision.DOUBLE,
                """
                {"inputs":4,"layers":[{"kind":"dense","units":5,"activation":"relu"},\
                {"kind":"dense","units":3,"activation":"softmax"}]}""",
                "{\"name\":\"log-likelihood\"}",
                new Preprocessing.Table(
                        encoding, CsvFormat.standard().withDelimiter(';').withMissing("NA")),
                CLASSES);
    }

    private static void write(
            Path file,
            Precision precision,
            String description,
            String cost,
            Preprocessing preprocessing,
            List<String> classes)
            throws IOException {
        Path model = file.resolveSibling(file.getFileName() + ".safetensors");
        Path expected = file.resolveSibling(file.getFileName() + ".txt");
        for (Path one : List.of(model, expected)) {
            if (Files.exists(one)) {
                throw new FileAlreadyExistsException(one + " must be read for ever as it is");
            }
        }
        NetworkDescription described = NetworkDescription.of(JsonReader.parse("network", description));
        Network network = described.buildZeroed(Version1Test.PLUGINS, PlainKernels.of(precision));
        NumpyRandom random = new NumpyRandom(11);
        for (Layer layer : network.layers()) {
            for (Parameter parameter : layer.parameters()) {
                draw(parameter.value(), random);
            }
        }
        ModelFile.write(
                model,
                network,
                new ModelDescription(
                        described,
                        precision,
                        JsonReader.parse("cost", cost),
                        preprocessing.json(),
                        classes,
                        Map.of("seed", "11", "version of " + Elu.class.getPackageName(), "0.1.0")));
        Matrix x = Matrix.zeros(network.kernels(), network.inputs().size(), EXAMPLES);
        draw(x, random);
        Matrix a = network.feedforward(x);
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        for (int example = 0; example < EXAMPLES; example++) {
            lines.add(numbers(x, example)).add(numbers(a, example));
        }
        Files.writeString(expected, lines.toString());
    }

    private static void draw(Matrix matrix, NumpyRandom random) {
        for (int i = 0; i < matrix.size(); i++) {
            matrix.set(i, random.nextGaussian());
        }
    }

    /** The numbers of a column with all their bits. */
    private static String numbers(Matrix matrix, int column) {
        StringJoiner line = new StringJoiner(" ");
        for (int row = 0; row < matrix.rows(); row++) {
            line.add(Double.toHexString(matrix.get(row, column)));
        }
        return line.toString();
    }
}
