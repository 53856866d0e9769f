package io.nabla.examples.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.examples.DigitFiles;
import io.nabla.examples.Nn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong input is refused with one line on stderr and exit code 2, and nothing is written elsewhere. */
class BadInputTest {
    private static final String IMAGES = "train-images-idx3-ubyte";
    private static final String LABELS = "train-labels-idx1-ubyte";

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void soundFiles() throws IOException {
        data = DigitFiles.write(folder.resolve("data"), 20, 10);
    }

    private Nn train(String... options) {
        String[] args = Stream.concat(
                        Stream.of("train", "--data", data.toString(), "--epochs", "1"), Arrays.stream(options))
                .toArray(String[]::new);
        return Nn.run(folder, args);
    }

    private static void assertRefused(Nn run, String... words) {
        assertThat(run.err()).startsWith("nn: ").contains(words);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void theSoundFilesAreNotRefused() {
        assertThat(train().code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--activation    | relu6     | no activation named 'relu6'; have [elu, ",
                "--output        | Sigmoid   | no activation named 'Sigmoid'; have [elu, ",
                "--cost          | cubic     | no cost named 'cubic'; have [absolute, cross-entropy, hinge, huber",
                "--initializer   | xavier    | no initializer named 'xavier'; have [by-activation, constant, default, he, he-uniform, large, lecun,",
                "--kernels       | fast      | no kernels named 'fast'; have [",
                "--kernels       | fast      | plain",
                "--precision     | half      | half",
                "--sizes         | 785,30,10 | the images have 784 pixels but --sizes begins with 785; use --sizes 784,30,10",
                "--sizes         | 784,30,9  | the images are of 10 classes but --sizes ends with 9; use --sizes 784,30,10",
                "--sizes         | 784       | --sizes needs two numbers or more, such as 784,30,10, but got 784",
                "--sizes         | 784,0,10  | --sizes are numbers of neurons of at least 1, but got 784,0,10",
                "--sizes         | 784,-3,10 | but got 784,-3,10",
                "--sizes         | 784,x,10  | 'x' is not an int",
                "--sizes         | 784,2000000000,10 | 2000000000",
                "--learning-rate | NaN       | --learning-rate is a number above 0, such as 3.0, but got NaN",
                "--learning-rate | Infinity  | but got Infinity",
                "--learning-rate | 0         | but got 0.0",
                "--learning-rate | -3        | but got -3.0",
                "--lambda        | -1        | --lambda is a number of at least 0, such as 5.0, but got -1.0",
                "--lambda        | NaN       | but got NaN",
                "--mini-batch    | 0         | --mini-batch is at least 1, but got 0",
                "--seed          | -1        | --seed is 0 to 2147483647, but got -1",
                "--seed          | 3000000000 | 3000000000",
                "--train-size    | 0         | --train-size is at least 1, but got 0",
                "--train-size    | 21        | --train-size 21 is more than the 20 training images",
                "--threads       | 0         | --threads is 1 to 256, but got 0",
                "--threads       | 257       | --threads is 1 to 256, but got 257",
                "--monitor       | validation | have no validation images",
                "--monitor       | test,test | --monitor names a set twice",
                "--monitor       | exam      | exam",
                "--validation-share | 0      | --validation-share is above 0 and below 1, such as 0.2, but got 0.0",
                "--validation-share | NaN    | but got NaN",
                "--validation-share | 0.01   | --validation-share 0.01 of 20 training images is 0",
                "--early-stopping | 3        | --early-stopping watches the validation set; add --monitor validation",
                "--early-stopping | 0        | --early-stopping is at least 1, but got 0",
                "--dropout       | 1         | the rate of dropout is 0 or more and below 1, such as 0.5, but got 1.0",
                "--optimizer     | adam      | --optimizer adam needs a --learning-rate, such as 0.001",
                "--optimizer-setting | x=1   | unknown setting 'x'; have [learning-rate]",
                "--optimizer-setting | learning-rate=1 | by --learning-rate, not by --optimizer-setting",
                "--plugins       | /no/such/folder | the plug-in folder /no/such/folder does not exist",
                "--learning-rat  | 3         | did you mean --learning-rate?; try 'nn train --help'",
                "--activation    | ''        | no activation named ''"
            })
    void optionsAreRefused(String option, String value, String message) {
        assertRefused(train(option, value), message);
    }

    @Test
    void namesOfOptimizersAndRegularizersAreLookedUp() {
        assertRefused(
                train("--optimizer", "ada", "--learning-rate", "1"), "no optimizer named 'ada'; have [", "adam", "sgd");
        assertRefused(train("--regularizer", "l7", "--lambda", "1"), "no regularizer named 'l7'; have [", "l2");
    }

    @Test
    void noEpochsAreRefused() {
        assertRefused(
                Nn.run(folder, "train", "--data", data.toString(), "--epochs", "0"),
                "--epochs is at least 1, but got 0");
    }

    @Test
    void aCostThatDoesNotTakeSuchOutputsIsRefusedBeforeTraining() {
        assertRefused(train("--output", "tanh", "--cost", "cross-entropy"), "cross-entropy takes outputs from 0 to 1");
    }

    @Test
    void kernelsThatCannotRunAreRefusedWithTheWayOut() {
        assertRefused(train("--kernels", "commons-math", "--precision", "float"), "use --precision double");
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertRefused(Nn.run(folder, "train", "--data", "/no/such/folder"), "/no/such/folder", "nn download mnist");
        assertRefused(Nn.run(Map.of("NN_MNIST", "/no/such/folder"), "train"), "NN_MNIST", "/no/such/folder");
    }

    @Test
    void aMissingFileIsRefused() throws IOException {
        Files.delete(data.resolve(LABELS));
        assertRefused(train(), data.toString(), LABELS);
    }

    @Test
    void aFolderWithoutJarsIsNoPluginFolder() {
        assertRefused(train("--plugins", data.toString()), data.toString(), "no jar");
    }

    @Test
    void truncatedFilesAreRefused() throws IOException {
        byte[] sound = Files.readAllBytes(data.resolve(IMAGES));
        Files.write(data.resolve(IMAGES), Arrays.copyOf(sound, sound.length - 1));
        assertRefused(train(), IMAGES, String.valueOf(20 * 784 - 1), String.valueOf(20 * 784));
        Files.write(data.resolve(IMAGES), Arrays.copyOf(sound, 7));
        assertRefused(train(), IMAGES);
        Files.write(data.resolve(IMAGES), new byte[0]);
        assertRefused(train(), IMAGES);
    }

    @Test
    void trailingBytesAreRefused() throws IOException {
        byte[] sound = Files.readAllBytes(data.resolve(LABELS));
        Files.write(data.resolve(LABELS), Arrays.copyOf(sound, sound.length + 1));
        assertRefused(train(), LABELS);
    }

    @Test
    void aWrongMagicNumberIsRefused() throws IOException {
        byte[] images = Files.readAllBytes(data.resolve(IMAGES));
        images[2] = 0x0d; // floats instead of bytes
        Files.write(data.resolve(IMAGES), images);
        assertRefused(train(), IMAGES, "00000d03");
    }

    @Test
    void imagesAndLabelsThatAreSwappedAreRefused() throws IOException {
        Files.move(data.resolve(LABELS), folder.resolve("labels"));
        Files.move(data.resolve(IMAGES), data.resolve(LABELS));
        Files.move(folder.resolve("labels"), data.resolve(IMAGES));
        assertRefused(train(), LABELS, "swapped");
    }

    @Test
    void dimensionsThatOverflowAreRefused() throws IOException {
        Files.write(data.resolve(IMAGES), header(0x7fffffff, 0x7fffffff, 0x7fffffff));
        assertRefused(train(), IMAGES);
        Files.write(data.resolve(IMAGES), header(20, 0, 28));
        assertRefused(train(), IMAGES);
        Files.write(data.resolve(IMAGES), header(-1, 28, 28));
        assertRefused(train(), IMAGES);
    }

    @Test
    void aGzipBombIsRefused() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(header(20, 28, 28));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                gzip.write(zeros);
            }
        }
        Files.write(data.resolve(IMAGES), bomb.toByteArray());
        assertRefused(train(), IMAGES);
    }

    @Test
    void htmlInsteadOfGzipIsRefused() throws IOException {
        Files.writeString(data.resolve(IMAGES), "<!DOCTYPE html><html><body>404 Not Found</body></html>");
        assertRefused(train(), IMAGES, "HTML");
    }

    @Test
    void labelsOutOfRangeAreRefused() throws IOException {
        byte[] labels = Files.readAllBytes(data.resolve(LABELS));
        labels[8 + 13] = 10;
        Files.write(data.resolve(LABELS), labels);
        assertRefused(train(), LABELS, "10");
    }

    @Test
    void differentCountsAreRefused() throws IOException {
        ByteBuffer labels = ByteBuffer.allocate(8 + 19).putInt(0x801).putInt(19);
        Files.write(data.resolve(LABELS), labels.array());
        assertRefused(train(), "20", "19");
    }

    @Test
    void debugAddsTheStackTrace() {
        Nn run = train("--activation", "relu6", "--debug");
        assertThat(run.code()).isEqualTo(2);
        List<String> lines = run.err().lines().toList();
        assertThat(lines).hasSizeGreaterThan(3);
        assertThat(lines.get(lines.size() - 1)).startsWith("nn: no activation named 'relu6'");
    }

    private static byte[] header(int count, int height, int width) {
        return ByteBuffer.allocate(16)
                .putInt(0x803)
                .putInt(count)
                .putInt(height)
                .putInt(width)
                .array();
    }

    @Test
    void nothingIsWritten() throws IOException {
        Files.writeString(data.resolve(IMAGES), "<html>", StandardCharsets.UTF_8);
        try (Stream<Path> before = Files.walk(folder)) {
            List<Path> files = before.toList();
            assertRefused(train(), IMAGES);
            try (Stream<Path> after = Files.walk(folder)) {
                assertThat(after.toList()).isEqualTo(files);
            }
        }
    }
}
