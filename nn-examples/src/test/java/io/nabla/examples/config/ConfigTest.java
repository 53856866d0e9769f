package io.nabla.examples.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.data.AugmentedImages;
import io.nabla.data.IdxWriter;
import io.nabla.data.LabelledImages;
import io.nabla.data.augmentation.Augmentation;
import io.nabla.data.augmentation.ElasticDistortion;
import io.nabla.data.augmentation.RandomShift;
import io.nabla.data.augmentation.Rotation;
import io.nabla.data.synthetic.SyntheticDigits;
import io.nabla.examples.DigitFiles;
import io.nabla.examples.Nn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run by a file, and by a file and options. */
class ConfigTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    @TempDir
    Path folder;

    @BeforeEach
    void digits() throws IOException {
        DigitFiles.write(folder.resolve("digits"), 60, 20);
    }

    private Nn train(String config, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), config);
        List<String> args = new ArrayList<>(List.of("train", "--config", file.toString()));
        args.addAll(List.of(options));
        return Nn.run(folder, args.toArray(String[]::new));
    }

    private String weights(Nn run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.fingerprint()).startsWith("weights sha256 ");
        return run.fingerprint();
    }

    private String weightsByOptions(String... options) {
        String[] args = Stream.concat(
                        Stream.of("train", "--data", folder.resolve("digits").toString()), Stream.of(options))
                .toArray(String[]::new);
        return weights(Nn.run(folder, args));
    }

    private static void assertRefused(Nn run, String... words) {
        assertThat(run.err()).startsWith("nn: ").contains(words);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void aFileAndOptionsThatSayTheSameTrainTheSame() throws IOException {
        String byFile = weights(train("""
                {
                  "data": {"mnist": "digits", "train-size": 50},
                  "layers": [
                    {"kind": "dense", "units": 20, "activation": "relu"},
                    {"kind": "dropout", "rate": 0.25},
                    {"kind": "dense", "units": 10, "activation": "softmax"}
                  ],
                  "cost": "log-likelihood",
                  "initializer": {"name": "he"},
                  "optimizer": {"name": "adam", "learning-rate": 0.01, "beta1": 0.8},
                  "regularizer": {"name": "l1", "lambda": 0.1},
                  "training": {"epochs": 2, "mini-batch": 7, "seed": 3, "precision": "float", "kernels": "plain", "threads": 2}
                }
                """));
        assertThat(weightsByOptions(
                        "--train-size=50",
                        "--sizes=784,20,10",
                        "--activation=relu",
                        "--dropout=0.25",
                        "--output=softmax",
                        "--cost=log-likelihood",
                        "--initializer=he",
                        "--optimizer=adam",
                        "--learning-rate=0.01",
                        "--optimizer-setting=beta1=0.8",
                        "--regularizer=l1",
                        "--lambda=0.1",
                        "--epochs=2",
                        "--mini-batch=7",
                        "--seed=3",
                        "--precision=float"))
                .isEqualTo(byFile);
    }

    @Test
    void settingsOfPluginsAreTheSameByFileAndByOptions() throws IOException {
        String byFile = weights(train("""
                {
                  "data": {"mnist": "digits"},
                  "layers": [
                    {"kind": "dense", "units": 20, "activation": {"name": "elu", "alpha": 0.5}},
                    {"kind": "dense", "units": 10, "activation": "softmax"}
                  ],
                  "cost": {"name": "log-likelihood", "smoothing": 0.1},
                  "initializer": {"name": "constant", "value": -0.25},
                  "optimizer": {"name": "sgd", "learning-rate": 0.1},
                  "regularizer": {"name": "max-norm", "bound": 2.5},
                  "training": {"epochs": 1}
                }
                """));
        String[] options = {
            "--epochs=1",
            "--sizes=784,20,10",
            "--activation=elu",
            "--activation-setting=alpha=0.5",
            "--output=softmax",
            "--cost=log-likelihood",
            "--cost-setting=smoothing=0.1",
            "--initializer=constant",
            "--initializer-setting=value=-0.25",
            "--learning-rate=0.1",
            "--regularizer=max-norm",
            "--regularizer-setting=bound=2.5"
        };
        assertThat(weightsByOptions(options)).isEqualTo(byFile);
        for (int left : new int[] {3, 6, 8, 11}) {
            String[] others = options.clone();
            others[left] = others[left].replaceFirst("[0-9.]+$", "0.75");
            assertThat(weightsByOptions(others)).as(others[left]).isNotEqualTo(byFile);
        }
    }

    @Test
    void settingsOfPluginsByOptionsAreChecked() {
        assertRefused(
                Nn.run(folder, "train", "--cost-setting", "delta=2"), "unknown setting 'delta'; there is none to set");
        assertRefused(
                Nn.run(folder, "train", "--activation", "elu", "--activation-setting", "slope=2"),
                "unknown setting 'slope'; have [alpha]");
        assertRefused(
                Nn.run(folder, "train", "--regularizer-setting", "bound=2"),
                "--regularizer-setting is for a regularizer, but there is none; name it by --regularizer");
        assertRefused(
                Nn.run(folder, "train", "--regularizer=l2", "--regularizer-setting=lambda=2"),
                "lambda is set by --lambda, not by --regularizer-setting");
    }

    @Test
    void whatAFileLeavesOutIsAsWithoutIt() throws IOException {
        assertThat(weights(train("{\"data\": {\"mnist\": \"digits\"}, \"training\": {\"epochs\": 1}}")))
                .isEqualTo(weightsByOptions("--epochs", "1"));
        assertThat(weights(train(
                        "{}", "--data", folder.resolve("digits").toString(), "--epochs", "1", "--sizes=784,5,10")))
                .isEqualTo(weightsByOptions("--epochs", "1", "--sizes=784,5,10"));
    }

    @Test
    void anOptionWinsOverTheSameSettingOfTheFile() throws IOException {
        String config = """
                {"data": {"mnist": "digits", "train-size": 30, "validation-share": 0.5},
                 "optimizer": {"name": "adam", "learning-rate": 0.01, "beta1": 0.8},
                 "regularizer": {"name": "elastic-net", "lambda": 0.1, "l1-ratio": 0.3},
                 "cost": "cross-entropy", "initializer": "he",
                 "training": {"epochs": 9, "mini-batch": 3, "seed": 5, "monitor": ["validation"], "early-stopping": 3}}
                """;
        String[] options = {
            "--train-size=40",
            "--validation-share=0.25",
            "--optimizer=momentum",
            "--learning-rate=0.5",
            "--regularizer=l2",
            "--cost=quadratic",
            "--initializer=default",
            "--epochs=1",
            "--mini-batch=4",
            "--seed=6",
            "--monitor=validation,test"
        };
        String lambda = "--lambda=0.1"; // the file's, which another regularizer keeps
        String[] all = Stream.concat(Stream.of(options), Stream.of(lambda, "--early-stopping=3"))
                .toArray(String[]::new);
        assertThat(weights(train(config, options))).isEqualTo(weightsByOptions(all));
        assertThat(weights(train(
                        "{\"optimizer\": \"sgd\"}",
                        "--data=" + folder.resolve("digits"),
                        "--learning-rate=1",
                        "--epochs=1")))
                .isEqualTo(weightsByOptions("--learning-rate=1", "--epochs=1"));
    }

    @Test
    void aNetworkOfAFileIsSummedUp() throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), """
                {"inputs": [1, 4, 4], "layers": [{"kind": "dense", "units": 3, "activation": "tanh"}]}
                """);
        Nn run = Nn.run(folder, "summary", "--config", file.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.lines().get(1)).matches(" +1 +dense +tanh +3 +51 +408");

        Files.writeString(file, """
                {"data": {"mnist": "digits"}, "layers": [{"kind": "dense", "units": 3, "activation": "tanh"}]}
                """);
        assertThat(Nn.run(folder, "summary", "--config", file.toString())
                        .lines()
                        .get(1))
                .matches(" +1 +dense +tanh +3 +2,355 +18,840");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"optimiser\": \"sgd\"}         | run.json, line 1, column 2: unknown key 'optimiser'; have [clip, cost,",
                "{\"optimiser\": \"sgd\"}         | did you mean 'optimizer'?",
                "{\"training\": {\"epoch\": 1}}   | column 15: unknown key 'epoch' in training; have [early-stopping, epochs",
                "{\"training\": {\"epochs\": 0}}  | column 15: training.epochs is at least 1, but got 0",
                "{\"training\": {\"epochs\": 1.5}} | training.epochs is a whole number, at least 1, but got 1.5",
                "{\"training\": {\"epochs\": \"1\"}} | training.epochs is a whole number, at least 1, but got \"1\"",
                "{\"training\": {\"epochs\": 1, \"epochs\": 2}} | training.epochs is there twice",
                "{\"training\": {\"seed\": -1}}   | training.seed is 0 to 2147483647, but got -1",
                "{\"training\": {\"precision\": \"floa\"}} | is one of [double, float], but got \"floa\"; did you mean 'float'?",
                "{\"training\": {\"threads\": 999}} | training.threads is 1 to 256, but got 999",
                "{\"training\": {\"kernels\": \"fast\"}} | training.kernels: no kernels named 'fast'",
                "{\"training\": {\"monitor\": \"test\"}} | training.monitor is a list, but got \"test\"",
                "{\"training\": {\"monitor\": []}} | training.monitor is empty; name at least one set",
                "{\"training\": {\"monitor\": [\"exam\"]}} | training.monitor[0] is one of [test, validation, training]",
                "{\"training\": {\"monitor\": [\"test\", \"test\"]}} | training.monitor names a set twice",
                "{\"training\": {\"early-stopping\": 3}} | watches the validation set; add \"validation\" to training.monitor",
                "{\"training\": []}               | training is an object, but got a list",
                "{\"data\": {\"csw\": 1}}         | unknown key 'csw' in data; have [augment, csv, images, mnist",
                "{\"data\": {\"mnist\": false}}   | data.mnist is true or left out, but got false",
                "{\"data\": {\"mnist\": \"no\"}}  | data.mnist: ",
                "{\"data\": {\"mnist\": true}}    | data.mnist asks for MNIST, which is not here; run 'nn download mnist'",
                "{\"data\": {\"mnist\": true, \"synthetic\": true}} | data.synthetic is another source than data.mnist",
                "{\"data\": {\"train-size\": 99999}} | data.train-size 99999 is more than the 10000 training images",
                "{\"data\": {\"validation-share\": 1}} | data.validation-share is above 0 and below 1, such as 0.2, but got 1",
                "{\"inputs\": \"784\"}            | inputs is a list, but got \"784\"",
                "{\"inputs\": [1, 0]}             | inputs[1] is at least 1, but got 0",
                "{\"inputs\": [70000, 70000]}     | inputs: a shape of [70000, 70000] has more than 2147483647 elements",
                "{\"inputs\": 783}                | column 2: inputs is 783 but the data has 1×28×28 inputs per example",
                "{\"layers\": []}                 | layers is empty; a network needs at least one layer",
                "{\"layers\": [3]}                | layers[0] is an object, but got 3",
                "{\"layers\": [{}]}               | layers[0] needs a value of 'kind'",
                "{\"layers\": [{\"kind\": \"dens\"}]} | layers[0]: no layer named 'dens'; have [average-pool2d",
                "{\"layers\": [{\"kind\": \"dens\"}]} | did you mean 'dense'?",
                "{\"layers\": [{\"kind\": \"dense\", \"unit\": 3}]} | layers[0]: unknown setting 'unit'",
                "{\"layers\": [{\"kind\": \"dense\", \"units\": 3, \"activation\": \"relu\"}]} | layers[0] gives 3 outputs but the data wants 10",
                "{\"layers\": [{\"kind\": \"dense\", \"units\": [1, 2]}]} | layers[0]: 'units' is a whole number, but got '1x2'",
                "{\"layers\": [{\"kind\": \"dense\", \"units\": {}}]} | layers[0]: 'units' is one value, but got several settings",
                "{\"cost\": 3}                    | cost is an object, but got 3",
                "{\"cost\": {\"name\": \"quadratic\", \"x\": 1}} | cost: unknown setting 'x'; there is none to set",
                "{\"cost\": {\"name\": \"huber\", \"delt\": 1}} | cost: unknown setting 'delt'; have [delta]; did you mean 'delta'?",
                "{\"cost\": {\"name\": \"log-likelihood\", \"smoothing\": 1}} | cost: label smoothing is a number from 0 to below 1",
                "{\"layers\": [{\"kind\": \"dense\", \"units\": 3, \"activation\": {\"name\": \"elu\", \"slope\": 1}}]} | layers[0]: unknown setting 'slope'; have [alpha]",
                "{\"layers\": [{\"kind\": \"dense\", \"units\": 3, \"activation\": {\"alpha\": 1}}]} | layers[0]: 'activation' needs a 'name' beside its settings",
                "{\"cost\": \"quadratc\"}         | cost: no cost named 'quadratc'",
                "{\"initializer\": {}}            | initializer needs a value of 'name'",
                "{\"optimizer\": \"adam\"}        | optimizer: 'learning-rate' is not set",
                "{\"optimizer\": {\"name\": \"sgd\", \"learning-rate\": 0}} | optimizer.learning-rate is a number above 0, such as 3.0, but got 0",
                "{\"optimizer\": {\"name\": \"sgd\", \"learning-rate\": 1, \"beta1\": 1}} | optimizer: unknown setting 'beta1'",
                "{\"regularizer\": {\"name\": \"l2\", \"lambda\": -1}} | regularizer.lambda is a number of at least 0",
                "{\"regularizer\": {\"name\": \"l9\", \"lambda\": 1}} | regularizer: no regularizer named 'l9'",
                "{\"regularizer\": \"l2\"}        | regularizer: 'lambda' is not set",
                "[]                               | run.json, line 1, column 1: the JSON text is an object, but got a list",
                "{\"cost\": }                     | run.json, line 1, column 10: not JSON: "
            })
    void filesAreRefused(String config, String message) throws IOException {
        assertRefused(train(config), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--sizes=784,10",
                "--activation=relu",
                "--output=tanh",
                "--dropout=0.5",
                "--activation-setting=a=1"
            })
    void optionsOfLayersAreRefusedBesideLayers(String option) throws IOException {
        assertRefused(
                train("{\"layers\": [{\"kind\": \"dense\", \"units\": 10, \"activation\": \"relu\"}]}", option),
                option.substring(0, option.indexOf('=')) + " is not for a network whose layers stand in ",
                "run.json; change them there");
    }

    @Test
    void aRegularizerByOptionNeedsItsLambda() {
        assertRefused(Nn.run(folder, "train", "--regularizer", "l1"), "--regularizer l1 needs a --lambda, such as 5.0");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertRefused(Nn.run(folder, "train", "--config", "none.json"), "none.json: no such file");
        assertRefused(Nn.run(folder, "train", "--config", folder.toString()), "is a folder, not a JSON file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"csv\": \"x\"} | a table needs its target: name the column to learn by --target or data.target",
                "{\"csv\": \"x\", \"target\": \"y\"} | x: no such file",
                "{\"csv\": \"x\", \"target\": \"y\", \"delimiter\": \"--\"} | data.delimiter is one character, such as \";\"",
                "{\"csv\": \"x\", \"target\": \"y\", \"delimiter\": \"a\"} | data.delimiter: cells are told apart by a character",
                "{\"csv\": \"x\", \"target\": \"y\", \"train-size\": 3} | unknown key 'train-size' in data; have [categorical, classes",
                "{\"csv\": \"x\", \"target\": \"y\", \"test-share\": 1} | data.test-share is 0 or more and below 1",
                "{\"csv\": \"x\", \"target\": \"y\", \"test-share\": 0.1, \"test-csv\": \"z\"} | data.test-share is not for a table",
                "{\"csv\": \"x\", \"target\": \"y\", \"missing-numbers\": \"men\"} | is one of [refuse, mean, median], but got \"men\"; did you mean 'mean'?",
                "{\"csv\": \"x\", \"target\": \"y\", \"ignored\": [\"a\", \"a\"]} | data.ignored names something twice: [a, a]",
                "{\"csv\": \"x\", \"target\": \"y\", \"ignored\": [\"y\"]} | data: column",
                "{\"images\": \"x\", \"color\": \"red\"} | data.color is one of [grey, rgb], but got \"red\"",
                "{\"images\": \"x\", \"test-share\": 0} | data.test-share is above 0 and below 1, such as 0.2, but got 0",
                "{\"images\": \"x\", \"mnist\": true} | unknown key 'mnist' in data; have [augment, color, images, test-images",
                "{\"csv\": \"x\", \"target\": \"y\", \"augment\": {\"shift\": 1}} | unknown key 'augment' in data; have [categorical",
                "{\"augment\": \"one-pixel\"} | data.augment is \"one-pixel-each-way\", or an object such as {\"shift\": 1}, but got \"one-pixel\"",
                "{\"augment\": 3} | data.augment is an object, but got 3",
                "{\"augment\": {}} | data.augment changes nothing; give at least one of [rotation, elastic, shift]",
                "{\"augment\": {\"shfit\": 1}} | unknown key 'shfit' in data.augment; have [elastic, rotation, shift, versions]",
                "{\"augment\": {\"shift\": 0}} | data.augment.shift is 1 to 10000 pixels, such as 1, but got 0",
                "{\"augment\": {\"rotation\": 181}} | data.augment.rotation is above 0 and up to 180 degrees, such as 10, but got 181",
                "{\"augment\": {\"elastic\": {\"alpha\": 34}}} | data.augment.elastic needs a value of 'sigma'; have [alpha]",
                "{\"augment\": {\"elastic\": {\"alpha\": 34, \"sigma\": 0}}} | elastic.sigma is above 0 and up to 100 pixels, such as 4, but got 0",
                "{\"augment\": {\"shift\": 1, \"versions\": 0}} | data.augment.versions is 1 to 1000, but got 0"
            })
    void dataSectionsAreRefused(String data, String message) throws IOException {
        assertRefused(train("{\"data\": " + data + "}"), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"schedule\": \"cosin\"} | schedule: no schedule named 'cosin'",
                "{\"schedule\": {\"name\": \"cosine\", \"flor\": 0.1}} | schedule: unknown setting 'flor'",
                "{\"schedule\": {\"name\": \"reduce-on-plateau\", \"dataset\": \"validation\"}} | watches data set 'validation', which is not monitored",
                "{\"clip\": {}} | clip needs a value of 'name'",
                "{\"clip\": \"nrm\"} | clip: no clipping named 'nrm'; have [norm, value]; did you mean 'norm'?",
                "{\"clip\": \"norm\"} | clip: 'bound' is not set",
                "{\"clip\": {\"name\": \"norm\", \"bound\": 0}} | clip: the norm of clipping is a finite number above 0, such as 1.0, but got 0.0",
                "{\"clip\": 3} | clip is an object, but got 3"
            })
    void schedulesAndClippingAreRefused(String config, String message) throws IOException {
        assertRefused(train(config), message);
    }

    @Test
    void schedulesAndClippingReachTheTraining() throws IOException {
        String plain = weights(train("{\"data\": {\"mnist\": \"digits\"}, \"training\": {\"epochs\": 2}}"));
        String paced = weights(
                train("{\"data\": {\"mnist\": \"digits\"}, \"schedule\": {\"name\": \"cosine\", \"floor\": 0.1},"
                        + " \"training\": {\"epochs\": 2}}"));
        String clipped = weights(
                train(
                        "{\"data\": {\"mnist\": \"digits\"}, \"clip\": {\"name\": \"norm\", \"bound\": 0.01}, \"training\": {\"epochs\": 2}}"));
        String cut = weights(
                train(
                        "{\"data\": {\"mnist\": \"digits\"}, \"clip\": {\"name\": \"value\", \"bound\": 0.01}, \"training\": {\"epochs\": 2}}"));
        assertThat(List.of(plain, paced, clipped, cut)).doesNotHaveDuplicates();
    }

    /** Shifted by hand, and written to files of their own. */
    @Test
    void onePixelEachWayIsTheExpansionOfTheBook() throws IOException {
        LabelledImages digits = new SyntheticDigits(7).training(60);
        byte[] pixels = new byte[5 * 60 * 784];
        byte[] labels = new byte[5 * 60];
        int[][] downAndRight = {{0, 0}, {1, 0}, {-1, 0}, {0, 1}, {0, -1}};
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) digits.label(i % 60);
            int down = downAndRight[i / 60][0];
            int right = downAndRight[i / 60][1];
            for (int row = Math.max(0, down); row < Math.min(28, 28 + down); row++) {
                for (int column = Math.max(0, right); column < Math.min(28, 28 + right); column++) {
                    int from = 28 * (row - down) + column - right;
                    pixels[784 * i + 28 * row + column] = (byte) digits.pixel(i % 60, from);
                }
            }
        }
        assertThat(augmented("\"one-pixel-each-way\""))
                .isEqualTo(weightsOf(LabelledImages.copyOf(pixels, labels, 28, 28, 10)));
    }

    @Test
    void versionsAreTurnedThenDistortedThenShifted() throws IOException {
        Augmentation change =
                new Rotation(10).then(new ElasticDistortion(34, 4)).then(new RandomShift(2));
        LabelledImages digits = new SyntheticDigits(7).training(60);
        assertThat(
                        augmented(
                                "{\"versions\": 2, \"shift\": 2, \"elastic\": {\"alpha\": 34, \"sigma\": 4}, \"rotation\": 10}"))
                .isEqualTo(weightsOf(new AugmentedImages(digits, List.of(change, change), 42).drawn()));
    }

    private String augmented(String augment) throws IOException {
        return weights(train(
                "{\"data\": {\"mnist\": \"digits\", \"augment\": " + augment + "}, \"training\": {\"epochs\": 1}}"));
    }

    /** The weights of a training on these images as they are. */
    private String weightsOf(LabelledImages images) throws IOException {
        Path expanded = DigitFiles.write(folder.resolve("expanded"), 1, 20);
        IdxWriter.write(
                images, expanded.resolve("train-images-idx3-ubyte"), expanded.resolve("train-labels-idx1-ubyte"));
        return weights(train("{\"data\": {\"mnist\": \"expanded\"}, \"training\": {\"epochs\": 1}}"));
    }

    @Test
    void imagesKeptBackAreNotAugmented() throws IOException {
        String config = """
                {"data": {"mnist": "digits", "train-size": 50, "validation-share": 0.2, "augment": {"shift": 1, "versions": 3}},
                 "training": {"epochs": 1, "monitor": ["validation", "training"]}}
                """;
        assertThat(train(config).lines().get(0))
                .contains("40 training, 10 validation, 20 test images of 28 x 28 pixels; augmented to 160")
                .endsWith(" (3 versions: shift 1)");
        assertThat(train(config, "--json").lines().get(0))
                .contains("\"trainingSize\":160,\"validationSize\":10,\"testSize\":20")
                .contains("\"augmentation\":\"3 versions: shift 1\"");
        assertRefused(train(config, "--sizes=100,10"), "the images have 784 pixels but --sizes begins with 100");
    }

    @Test
    void aShapeIsAListOfNumbers() throws IOException {
        String config = """
                {"data": {"mnist": "digits"}, "training": {"epochs": 1},
                 "layers": [{"kind": "reshape", "shape": [4, 196]}, {"kind": "dense", "units": 10, "activation": "sigmoid"}]}
                """;
        Nn run = train(config);
        assertThat(weights(run)).isEqualTo(weightsByOptions("--sizes=784,10", "--epochs=1"));
        assertThat(run.lines().get(1)).contains("784,10: reshape 4x196, dense 10 sigmoid; cost quadratic");
    }

    @Test
    void clippingAndSchedulesAreTold() throws IOException {
        Nn run = train(
                "{\"data\": {\"mnist\": \"digits\"}, \"clip\": {\"name\": \"value\", \"bound\": 0.5}, \"schedule\": \"constant\", \"training\":"
                        + " {\"epochs\": 1}}");
        assertThat(run.lines().get(2)).contains("sgd (learning-rate 3.0), constant, clip value (bound 0.5), seed 42");
    }

    @Test
    void aRowMayHaveTheShapeThatTheFileSays() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), "a,b,c,d,y\n" + "1,2,3,4,no\n4,3,2,1,yes\n".repeat(10));
        Nn run = train("""
                {"data": {"csv": "rows.csv", "target": "y"}, "inputs": [1, 2, 2],
                 "layers": [{"kind": "dense", "units": 2, "activation": "softmax"}], "training": {"epochs": 1}}
                """, "--json");
        assertThat(run.err()).isEmpty();
        assertThat(run.lines().get(0)).contains("\"inputs\":[1,2,2]");
    }

    @Test
    void theExampleOfATableLearns() {
        assertThat(weights(Nn.run(folder, "train", "--config=" + EXAMPLES.resolve("table.json"), "--epochs=2")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnist-dropout.json", "mnist-conv.json", "mnist-conv2-relu.json"})
    void theExamplesOfImagesLearn(String name) {
        Nn run = Nn.run(
                folder,
                "train",
                "--config=" + EXAMPLES.resolve(name),
                "--data=" + folder.resolve("digits"),
                "--epochs=1",
                "--mini-batch=10");
        assertThat(weights(run)).isNotEmpty();
    }
}
