package io.nabla.examples.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nabla.api.Matrix;
import io.nabla.core.Evaluator;
import io.nabla.core.Fingerprint;
import io.nabla.core.Network;
import io.nabla.core.kernels.AvailableKernels;
import io.nabla.costs.LogLikelihoodCost;
import io.nabla.data.ImageDataset;
import io.nabla.data.LabelledImages;
import io.nabla.data.mnist.Mnist;
import io.nabla.examples.DigitFiles;
import io.nabla.examples.Main;
import io.nabla.examples.Nn;
import io.nabla.guice.PluginLoader;
import io.nabla.io.Model;
import io.nabla.io.ModelDescription;
import io.nabla.io.ModelFile;
import io.nabla.io.json.JsonText;
import io.nabla.io.json.Place;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Train, save, predict, evaluate. */
class SavedModelTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    @TempDir
    static Path folder;

    private static Path digits;
    private static Path digitModel;
    private static Path irisModel;
    private static String digitWeights;

    @BeforeAll
    static void models() throws IOException {
        digits = DigitFiles.write(folder.resolve("digits"), 400, 50);
        digitModel = folder.resolve("digits.safetensors");
        Nn run = nn(
                "train",
                "--data=" + digits,
                "--config=" + EXAMPLES.resolve("mnist-dropout.json"),
                "--epochs=2",
                "--save=" + digitModel);
        assertThat(run.lines()).contains("saved in " + digitModel);
        digitWeights = run.fingerprint();
        irisModel = folder.resolve("flowers.safetensors");
        nn("train", "--config=" + EXAMPLES.resolve("table.json"), "--save=" + irisModel);
    }

    private static Nn nn(String... args) {
        Nn run = Nn.run(folder, args);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run;
    }

    private static void assertRefused(Nn run, String... words) {
        assertThat(run.err()).startsWith("nn: ").contains(words);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }

    private static JsonNode json(String line) throws IOException {
        return new ObjectMapper().readTree(line);
    }

    private static Model read(Path file) throws IOException {
        return ModelFile.read(file, PluginLoader.load(), precision -> new AvailableKernels().best(precision));
    }

    /** The test images as they are, and what the network that was read again says of them, computed by the library alone. */
    private static Matrix outputs(Network network) throws IOException {
        ImageDataset test = new ImageDataset(Mnist.in(digits).test());
        Matrix x = Matrix.zeros(network.kernels(), 784, test.size());
        Matrix y = Matrix.zeros(network.kernels(), 10, test.size());
        int[] order = IntStream.range(0, test.size()).toArray();
        test.copyExamples(order, 0, x, y);
        return network.feedforward(x);
    }

    @Test
    void theNetworkIsReadWithTheBitsThatWereTrained() throws IOException {
        assertThat("weights sha256 " + Fingerprint.sha256(read(digitModel).network()))
                .isEqualTo(digitWeights);
    }

    @Test
    void theFileSaysWhatIsToBeKnownOfTheNetwork() throws IOException {
        Model model = read(digitModel);
        assertThat(model.network().toString()).isEqualTo("1×28×28-512-512-10");
        assertThat(model.description().cost().settings().name()).isEqualTo("log-likelihood");
        assertThat(model.description().classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(model.description().provenance())
                .containsEntry("seed", "1")
                .containsEntry("optimizer", "adam (learning-rate 0.001)")
                .containsKey("training-data");

        Nn summary = nn("summary", digitModel.toString());
        assertThat(summary.lines().get(1)).matches(" +1 +dense +relu +512 +401,920 +1,607,680");
        assertThat(summary.out()).contains("inputs 1×28×28, float, cost log-likelihood", "seed 1");
    }

    @Test
    void aTableThatDoesNotFitTheNetworkIsRefused() throws IOException {
        Model iris = read(irisModel);
        ModelDescription sound = iris.description();
        String encoding = sound.preprocessing().get("encoding").asText();
        String shorter = encoding.lines()
                .filter(line -> !line.startsWith("number\tsepal width"))
                .collect(Collectors.joining("\n", "", "\n"));
        Path file = folder.resolve("three-columns.safetensors");
        ModelFile.write(
                file,
                iris.network(),
                new ModelDescription(
                        sound.network(),
                        sound.precision(),
                        sound.cost(),
                        sound.preprocessing().with("encoding", new JsonText(Place.named("encoding"), shorter)),
                        sound.classes(),
                        sound.provenance()));
        assertRefused(
                Nn.run(
                        folder,
                        "predict",
                        file.toString(),
                        EXAMPLES.resolve("flowers.csv").toString()),
                file.toString(),
                "the columns of the table become 3 inputs, but the network takes 4");
    }

    @Test
    void aNetworkOfOtherClassesIsNotMeasuredWithDigits() throws IOException {
        Model model = read(digitModel);
        ModelDescription sound = model.description();
        Path file = folder.resolve("letters.safetensors");
        ModelFile.write(
                file,
                model.network(),
                new ModelDescription(
                        sound.network(),
                        sound.precision(),
                        sound.cost(),
                        sound.preprocessing(),
                        List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"),
                        sound.provenance()));
        assertRefused(
                Nn.run(folder, "evaluate", file.toString(), "--data=" + digits),
                "tells apart [a, b, c, d, e, f, g, h, i, j], but ",
                " are of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]");
    }

    @Test
    void predictionsAreThoseOfTheTrainedNetwork() throws IOException {
        Path images = digits.resolve("t10k-images-idx3-ubyte");
        Matrix a = outputs(read(digitModel).network());
        List<String> lines = nn("predict", digitModel.toString(), images.toString(), "--json")
                .lines();
        assertThat(lines).hasSize(50);
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = json(lines.get(i));
            assertThat(line.get("example").asText()).isEqualTo(images + ":" + (i + 1));
            assertThat(line.get("class").asText()).isEqualTo(String.valueOf(a.argMax(i)));
            assertThat(line.get("probability").asDouble()).isEqualTo(a.get(a.argMax(i), i));
            for (int row = 0; row < 10; row++) {
                assertThat(line.get("outputs").get(row).asDouble()).isEqualTo(a.get(row, i));
            }
        }
        List<String> text = nn("predict", digitModel.toString(), images.toString(), "--threads=2", "--kernels=plain")
                .lines();
        assertThat(text.get(3))
                .isEqualTo(images + ":4  " + a.argMax(3) + "  "
                        + String.format(Locale.ROOT, "%.4f", a.get(a.argMax(3), 3)));
    }

    @Test
    void aPngImageIsRecognizedAsTheSamePixelsAre() throws IOException {
        LabelledImages test = Mnist.in(digits).test();
        List<String> pngs = new ArrayList<>();
        for (int example = 0; example < 3; example++) {
            BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
            for (int i = 0; i < 784; i++) {
                image.getRaster().setSample(i % 28, i / 28, 0, test.pixel(example, i));
            }
            Path png = folder.resolve(example + ".png");
            ImageIO.write(image, "png", png.toFile());
            pngs.add(png.toString());
        }
        Matrix a = outputs(read(digitModel).network());
        List<String> lines = nn(Stream.concat(Stream.of("predict", "--json", digitModel.toString()), pngs.stream())
                        .toArray(String[]::new))
                .lines();
        assertThat(lines).hasSize(3);
        for (int i = 0; i < 3; i++) {
            JsonNode line = json(lines.get(i));
            assertThat(line.get("example").asText()).isEqualTo(pngs.get(i));
            assertThat(line.get("outputs").get(7).asDouble()).isEqualTo(a.get(7, i));
        }
    }

    @Test
    void aSavedNetworkIsEvaluated() throws IOException {
        Network network = read(digitModel).network();
        ImageDataset test = new ImageDataset(Mnist.in(digits).test());
        double cost =
                new Evaluator(new LogLikelihoodCost()).evaluate(network, test).cost();
        JsonNode event = json(nn("evaluate", digitModel.toString(), "--data=" + digits, "--json")
                .out());
        assertThat(event.get("event").asText()).isEqualTo("evaluation");
        assertThat(event.get("examples").asInt()).isEqualTo(50);
        assertThat(event.get("cost").asDouble()).isEqualTo(cost);
        int[][] counts = new ObjectMapper().convertValue(event.get("confusion"), int[][].class);
        int right = 0;
        for (int i = 0; i < 10; i++) {
            right += counts[i][i];
        }
        assertThat(event.get("accuracy").asDouble()).isEqualTo(right / 50.0);
        assertThat(event.get("recall")).hasSize(10);

        Nn text = nn("evaluate", digitModel.toString(), "--data=" + digits);
        assertThat(text.out()).contains("cost ", "(log-likelihood)", "wanted \\ given", "50 examples, accuracy ");
    }

    /** Running statistics of a normalization, weights of inner layers: all of it must be in the file. */
    @ParameterizedTest
    @ValueSource(strings = {"float", "double"})
    void layersOfEveryKindAreReadAgain(String precision) throws IOException {
        Path config = Files.writeString(folder.resolve("kinds.json"), """
                {"layers": [
                  {"kind": "reshape", "shape": [1, 28, 28]},
                  {"kind": "convolution2d", "filters": 3, "kernel": 5, "stride": 2, "activation": "relu"},
                  {"kind": "batch-norm"},
                  {"kind": "max-pool2d", "size": 2},
                  {"kind": "dense", "units": 20, "activation": "relu"},
                  {"kind": "residual", "layers": [
                    {"kind": "dense", "units": 20, "activation": "tanh"},
                    {"kind": "layer-norm"},
                    {"kind": "dropout", "rate": 0.1}
                  ]},
                  {"kind": "dense", "units": 10, "activation": "softmax"}],
                 "cost": "log-likelihood", "initializer": "he", "optimizer": {"name": "adam", "learning-rate": 0.01},
                 "training": {"epochs": 2, "mini-batch": 20, "precision": "%s"}}
                """.formatted(precision));
        Path model = folder.resolve("kinds-" + precision);
        Nn trained = nn("train", "--config=" + config, "--data=" + digits, "--save=" + model, "--json");
        JsonNode epoch = json(trained.lines().get(2));
        assertThat(epoch.get("epoch").asInt()).isEqualTo(2);

        JsonNode evaluated = json(
                nn("evaluate", model.toString(), "--data=" + digits, "--json").out());

        assertThat(evaluated.get("cost").asDouble())
                .isEqualTo(epoch.get("testCost").asDouble());
        assertThat(evaluated.get("accuracy").asDouble())
                .isEqualTo(epoch.get("testCorrect").asInt() / 50.0);
        assertThat(Fingerprint.sha256(read(model).network()))
                .isEqualTo(json(trained.lines().get(3)).get("weightsSha256").asText());
    }

    @Test
    void aTableIsLearnedAndItsRowsAreClassified() throws IOException {
        Path iris = EXAMPLES.resolve("flowers.csv");
        Nn evaluated = nn("evaluate", irisModel.toString(), "--csv=" + iris);
        assertThat(evaluated.out()).contains("class 0 is setosa", "class 2 is virginica", "150 examples, accuracy 0.9");

        String rows = "petal width,sepal length,sepal width,petal length\n0.2,5.1,3.5,1.4\n2.1,6.8,3.0,5.5\n";
        Path csv = Files.writeString(folder.resolve("rows.csv"), rows);
        List<String> lines = nn("predict", irisModel.toString(), csv.toString()).lines();
        assertThat(lines.get(0)).matches("\\Q" + csv + "\\E:1  setosa  0\\.9\\d+");
        assertThat(lines.get(1)).matches("\\Q" + csv + "\\E:2  virginica  0\\.9\\d+");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Main.run(
                new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                Map.of(),
                "predict",
                irisModel.toString(),
                "-");
        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)
                        .replace("-:", csv + ":")
                        .lines()
                        .toList())
                .isEqualTo(lines);
    }

    @Test
    void numbersAreLearnedAndToldInTheUnitsOfTheirColumn() throws IOException {
        StringBuilder rows = new StringBuilder("a;b;c\n");
        for (int i = 0; i < 200; i++) {
            rows.append(i % 20)
                    .append(';')
                    .append(i % 7)
                    .append(';')
                    .append(1000 + 30 * (i % 20) - 10 * (i % 7))
                    .append('\n');
        }
        Path csv = Files.writeString(folder.resolve("numbers.csv"), rows);
        Path config = Files.writeString(folder.resolve("numbers.json"), """
                {"data": {"csv": "numbers.csv", "target": "c", "delimiter": ";", "validation-share": 0.1},
                 "layers": [{"kind": "dense", "units": 1, "activation": "identity"}],
                 "optimizer": {"name": "sgd", "learning-rate": 0.1},
                 "training": {"epochs": 60, "mini-batch": 10, "monitor": ["validation", "test"], "early-stopping": 50}}
                """);
        Path model = folder.resolve("numbers.safetensors");
        List<String> trained =
                nn("train", "--config=" + config, "--save=" + model, "--json").lines();
        JsonNode started = json(trained.get(0));
        assertThat(started.get("trainingSize").asInt()).isEqualTo(140);
        assertThat(started.get("testSize").asInt()).isEqualTo(40);
        assertThat(started.get("dataOrigin").asText()).isEqualTo("data.csv");
        JsonNode finished = json(trained.get(trained.size() - 1));
        assertThat(finished.get("bestValidationSquaredError").asDouble()).isLessThan(1e-4);
        assertThat(finished.get("saved").asText()).isEqualTo(model.toString());

        Path rowsToKnow = Files.writeString(folder.resolve("few.csv"), "b;a\n3;10\n");
        String line =
                nn("predict", model.toString(), rowsToKnow.toString()).out().strip();
        assertThat(Double.parseDouble(line.substring(line.lastIndexOf(' ')))).isBetween(1269.0, 1271.0);
        JsonNode predicted = json(
                nn("predict", model.toString(), rowsToKnow.toString(), "--json").out());
        assertThat(predicted.get("number").asDouble()).isBetween(1269.0, 1271.0);

        JsonNode evaluated =
                json(nn("evaluate", model.toString(), "--csv=" + csv, "--json").out());
        assertThat(evaluated.get("rSquared").asDouble()).isGreaterThan(0.9999);
        assertThat(evaluated.get("meanAbsoluteError").asDouble()).isLessThan(1);
        assertThat(nn("evaluate", model.toString(), "--csv=" + csv).out())
                .contains("200 examples, mean squared error ");
        assertThat(nn("train", "--config=" + config, "--epochs=1").out()).contains("test squared error ");
    }

    @Test
    void numbersThatTheOutputCannotGiveAreRefusedWithAWayOut() {
        Path iris = EXAMPLES.resolve("flowers.csv");
        assertRefused(
                Nn.run(folder, "train", "--csv=" + iris, "--target=sepal length"),
                "but 'sigmoid' gives 0 to 1 alone; use identity for the last layer (--output identity)");
        String[] fits = {
            "train", "--csv=" + iris, "--target=sepal length", "--output=identity", "--learning-rate=0.01", "--epochs=1"
        };
        assertThat(nn(fits).out()).contains("test squared error ");
    }

    @Test
    void oneRowHasErrorsButNoRSquared() throws IOException {
        Path iris = EXAMPLES.resolve("flowers.csv");
        Path model = folder.resolve("length.safetensors");
        nn(
                "train",
                "--csv=" + iris,
                "--target=sepal length",
                "--output=identity",
                "--learning-rate=0.01",
                "--epochs=1",
                "--save=" + model);
        List<String> lines = Files.readAllLines(iris);
        Path one = Files.write(folder.resolve("one.csv"), lines.subList(0, 2));
        assertThat(nn("evaluate", model.toString(), "--csv=" + one).out())
                .contains("1 examples, mean squared error ")
                .doesNotContain("R squared");
    }

    @Test
    void aTableIsNamedByOptions() throws IOException {
        Path iris = EXAMPLES.resolve("flowers.csv");
        Nn run = nn("train", "--csv=" + iris, "--target=species", "--sizes=4,8,3", "--epochs=1");
        assertThat(run.lines().get(0))
                .contains("column species of " + iris, "120 training, 30 test rows of 4 inputs, 3 classes");
        assertRefused(
                Nn.run(folder, "train", "--csv=" + iris, "--target=species", "--sizes=784,30,10"),
                "the rows have 4 inputs but --sizes begins with 784; use --sizes 4,30,3");
        assertThat(nn("train", "--csv=" + iris, "--target=species", "--epochs=1")
                        .out())
                .contains("network   4,30,3: dense 30 sigmoid, dense 3 sigmoid");
        assertRefused(Nn.run(folder, "train", "--csv=" + iris, "--sizes=4,3"), "a table needs its target");
        assertRefused(
                Nn.run(folder, "train", "--target=x"), "--target is the column of a table; name its file by --csv");
        assertRefused(
                Nn.run(folder, "train", "--csv=" + iris, "--data=" + digits), "--data and --csv are different data");
        assertRefused(Nn.run(folder, "train", "--csv=none.csv", "--target=x"), "none.csv: no such file");
        assertRefused(Nn.run(folder, "train", "--csv=" + iris, "--target=specie", "--sizes=4,3"), "specie", "species");
        assertRefused(
                Nn.run(folder, "train", "--config=" + EXAMPLES.resolve("table.json"), "--data=" + digits),
                "table.json, line 2, column 12: data.csv is other data than --data; name one of them");
        assertRefused(
                Nn.run(folder, "train", "--config=" + EXAMPLES.resolve("mnist-dropout.json"), "--csv=" + iris),
                "data.mnist is other data than --csv; name one of them");
    }

    @Test
    void aFolderOfPngImagesIsLearned() throws IOException {
        for (String name : List.of("dark", "light")) {
            Path images = Files.createDirectories(folder.resolve("shades").resolve(name));
            for (int i = 0; i < 10; i++) {
                BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
                int shade = (name.equals("dark") ? 10 : 220) + i;
                for (int pixel = 0; pixel < 16; pixel++) {
                    image.setRGB(pixel % 4, pixel / 4, shade << 16 | shade << 8 | shade);
                }
                ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
            }
        }
        Path config = Files.writeString(folder.resolve("shades.json"), """
                {"data": {"images": "shades", "color": "rgb", "test-share": 0.25},
                 "layers": [{"kind": "dense", "units": 2, "activation": "softmax"}],
                 "cost": "log-likelihood", "initializer": "default", "training": {"epochs": 20}}
                """);
        Path model = folder.resolve("shades.safetensors");
        Nn run = nn("train", "--config=" + config, "--save=" + model);
        assertThat(run.lines().get(0)).contains("PNG images in ", "15 training, 5 test images of 4 x 4 pixels");
        assertThat(run.out()).contains("test 5 / 5");
        Path light = folder.resolve("shades").resolve("light").resolve("3.png");
        assertThat(nn("predict", model.toString(), light.toString()).out()).startsWith(light + "  light  ");
        aFolderOfPngImagesMeasures(model);
        Files.writeString(
                config,
                "{\"data\": {\"images\": \"shades\", \"test-images\": \"shades\"}, \"layers\":"
                        + " [{\"kind\": \"dense\", \"units\": 2, \"activation\": \"sigmoid\"}], \"training\": {\"epochs\": 1}}");
        assertThat(nn("train", "--config=" + config).lines().get(0)).contains("20 training, 20 test images");
    }

    private static void aFolderOfPngImagesMeasures(Path model) throws IOException {
        Path shades = folder.resolve("shades");
        assertThat(nn("evaluate", model.toString(), "--images=" + shades).out())
                .contains("the PNG images in " + shades, "class 1 is light", "20 examples, accuracy 1.0");
        JsonNode event = json(
                nn("evaluate", model.toString(), "--images=" + shades, "--json").out());
        assertThat(event.get("examples").asInt()).isEqualTo(20);
        assertThat(event.get("confusion").get(0).get(0).asInt()).isEqualTo(10);
        assertRefused(
                Nn.run(folder, "evaluate", model.toString(), "--data=" + digits),
                "tells apart [dark, light], but ",
                "measure it with images of its own classes: --images DIR");
        assertRefused(
                Nn.run(folder, "evaluate", model.toString(), "--data=" + digits, "--images=" + shades),
                "--data and --images are different data; name one of them");
        assertRefused(
                Nn.run(folder, "evaluate", irisModel.toString(), "--images=" + shades), "measure it with --csv FILE");
        assertRefused(
                Nn.run(folder, "evaluate", digitModel.toString(), "--images=" + shades),
                "dark: is the folder of no known class");
        Path small = Files.createDirectories(folder.resolve("small").resolve("dark"));
        ImageIO.write(
                new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                small.resolve("1.png").toFile());
        assertRefused(
                Nn.run(folder, "evaluate", model.toString(), "--images=" + small.getParent()),
                "has images of 3×2×3 numbers, but the network takes 3×4×4; bring them to that size");
    }

    @Test
    void anImageIsReadFromStdin() throws IOException {
        LabelledImages test = Mnist.in(digits).test();
        BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 784; i++) {
            image.getRaster().setSample(i % 28, i / 28, 0, test.pixel(0, i));
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        Matrix a = outputs(read(digitModel).network());
        JsonNode line = json(fromStdin(png.toByteArray(), 0, "predict", digitModel.toString(), "-", "--json"));
        assertThat(line.get("example").asText()).isEqualTo("-");
        assertThat(line.get("outputs").get(3).asDouble()).isEqualTo(a.get(3, 0));
        byte[] rows = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
        assertThat(fromStdin(rows, 2, "predict", digitModel.toString(), "-").strip())
                .isEqualTo("nn: stdin: begins like a text, but the model takes images");
        assertThat(fromStdin(png.toByteArray(), 2, "predict", irisModel.toString(), "-"))
                .startsWith(
                        "nn: stdin: begins like a PNG image, but the model takes the rows of a table with the columns ");
    }

    /** What the program says, on stdout if it ends well and on stderr if it does not. */
    private static String fromStdin(byte[] stdin, int code, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(Main.run(
                        new ByteArrayInputStream(stdin),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Map.of(),
                        args))
                .isEqualTo(code);
        return (code == 0 ? out : err).toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsNoModelIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "no model, but a text");
        assertRefused(Nn.run(folder, "predict", text.toString(), "a.png"), text + ", byte 0: is no safetensors file");
        assertRefused(Nn.run(folder, "evaluate", "none"), "none: no such file; 'nn train --save FILE' makes models");
        assertRefused(Nn.run(folder, "predict", folder.toString(), "a.png"), "is no file of tensors but a folder");
        assertRefused(Nn.run(folder, "predict", digitModel.toString()), "FILE", "try 'nn predict --help'");
        assertRefused(
                Nn.run(folder, "summary", digitModel.toString(), "--config=x.json"),
                "a saved network and --config are two networks");
    }

    @Test
    void dataThatDoesNotFitTheModelIsRefused() throws IOException {
        String iris = EXAMPLES.resolve("flowers.csv").toString();
        assertRefused(
                Nn.run(folder, "predict", digitModel.toString(), iris), "flowers.csv: is not an IDX file of images");
        assertRefused(Nn.run(folder, "predict", digitModel.toString(), "none.png"), "none.png: no such file");
        assertRefused(Nn.run(folder, "predict", irisModel.toString(), "none.csv"), "none.csv: no such file");
        assertRefused(
                Nn.run(folder, "evaluate", digitModel.toString(), "--csv=" + iris),
                "measure it with --data DIR or --images DIR");
        assertRefused(Nn.run(folder, "evaluate", irisModel.toString()), "measure it with --csv FILE");
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "sepal length,species\n1,setosa\n");
        assertRefused(Nn.run(folder, "predict", irisModel.toString(), wrong.toString()), "wrong.csv", "sepal width");
        Path small = folder.resolve("small.png");
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY), "png", small.toFile());
        assertRefused(
                Nn.run(folder, "predict", digitModel.toString(), small.toString()),
                "small.png: has images of 1×2×3 numbers, but the network takes 1×28×28; bring them to that size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none/model", "digits"})
    void aPlaceWhereNothingCanBeSavedIsRefusedBeforeTheRun(String place) {
        assertRefused(Nn.run(folder, "train", "--save=" + folder.resolve(place)), "--save ", place);
    }
}
