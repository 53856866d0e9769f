package io.nabla.examples.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nabla.activations.Sigmoid;
import io.nabla.core.Fingerprint;
import io.nabla.core.Network;
import io.nabla.core.Trainer;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import io.nabla.costs.QuadraticCost;
import io.nabla.data.ImageDataset;
import io.nabla.data.mnist.Mnist;
import io.nabla.examples.DigitFiles;
import io.nabla.examples.Main;
import io.nabla.examples.Nn;
import io.nabla.initializers.LargeGaussian;
import io.nabla.layers.Dense;
import io.nabla.optimizers.Sgd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void digits() throws IOException {
        DigitFiles.write(folder, 200, 50);
    }

    private static String[] args(String... options) {
        return Stream.concat(Stream.of("train", "--data", folder.toString()), Arrays.stream(options))
                .toArray(String[]::new);
    }

    private static Nn train(String... options) {
        Nn run = Nn.run(Map.of(), args(options));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run;
    }

    private static List<JsonNode> events(Nn run) {
        List<JsonNode> events = new ArrayList<>();
        for (String line : run.lines()) {
            try {
                events.add(new ObjectMapper().readTree(line));
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + line, e);
            }
        }
        return events;
    }

    @Test
    void peopleGetALineForEachEpoch() {
        List<String> lines = train("--epochs", "10").lines();
        assertThat(lines.get(0))
                .startsWith("data ")
                .contains("--data", "200 training, 50 test images of 28 x 28 pixels");
        assertThat(lines.get(1)).contains("784,30,10", "sigmoid", "quadratic", "large");
        List<String> epochs =
                lines.stream().filter(line -> line.startsWith("epoch ")).toList();
        assertThat(epochs)
                .hasSize(10)
                .allMatch(line -> line.matches("epoch [ 1][0-9]/10  cost [0-9.]+  test [ 0-9]{2} / 50  [0-9.]+ s"));
        assertThat(lines.get(lines.size() - 2)).matches("best epoch [0-9]+: test [ 0-9]{2} / 50; 10 epochs in .*");
        assertThat(lines.get(lines.size() - 1)).matches("weights sha256 [0-9a-f]{64}");
    }

    @Test
    void programsGetOneJsonObjectALine() {
        List<JsonNode> events = events(train("--epochs", "2", "--json", "--seed", "7", "--train-size", "100"));
        assertThat(events.stream().map(event -> event.get("event").asText()))
                .containsExactly("started", "epoch", "epoch", "finished");

        JsonNode started = events.get(0);
        assertThat(started.get("dataOrigin").asText()).isEqualTo("--data");
        assertThat(started.get("dataFolder").asText()).isEqualTo(folder.toString());
        assertThat(started.get("trainingSize").asInt()).isEqualTo(100);
        assertThat(started.get("testSize").asInt()).isEqualTo(50);
        assertThat(started.get("sizes").toString()).isEqualTo("[784,30,10]");
        assertThat(started.get("seed").asInt()).isEqualTo(7);
        assertThat(started.get("learningRate").asDouble()).isEqualTo(3.0);
        assertThat(started.get("precision").asText()).isEqualTo("double");
        assertThat(started.get("threads").asInt()).isEqualTo(1);
        assertThat(started.fieldNames())
                .toIterable()
                .contains(
                        "version",
                        "kernels",
                        "inputs",
                        "layers",
                        "optimizerSettings",
                        "cost",
                        "initializer",
                        "epochs",
                        "miniBatch",
                        "lambda");

        JsonNode epoch = events.get(2);
        assertThat(epoch.fieldNames())
                .toIterable()
                .containsExactly("event", "epoch", "trainingCost", "testCost", "testCorrect", "testTotal", "seconds");
        assertThat(epoch.get("epoch").asInt()).isEqualTo(2);
        assertThat(epoch.get("trainingCost").isDouble()).isTrue();
        assertThat(epoch.get("testCorrect").asInt()).isBetween(0, 50);
        assertThat(epoch.get("testTotal").asInt()).isEqualTo(50);

        JsonNode finished = events.get(3);
        assertThat(finished.get("epochs").asInt()).isEqualTo(2);
        assertThat(finished.get("stopped").asBoolean()).isFalse();
        int best = finished.get("bestEpoch").asInt();
        assertThat(finished.get("bestTestCorrect")).isEqualTo(events.get(best).get("testCorrect"));
        assertThat(finished.get("weightsSha256").asText()).matches("[0-9a-f]{64}");
    }

    @Test
    void whatIsMeasuredCanBeChosen() {
        List<JsonNode> events = events(train("--epochs", "1", "--json", "--monitor", "training,test"));
        assertThat(events.get(1).get("trainingTotal").asInt()).isEqualTo(200);
        assertThat(events.get(1).get("testTotal").asInt()).isEqualTo(50);
        assertThat(events.get(2).has("bestTestCorrect")).isTrue();

        List<JsonNode> training = events(train("--epochs", "1", "--json", "--monitor", "training"));
        assertThat(training.get(1).has("testTotal")).isFalse();
        assertThat(training.get(2).get("bestTrainingCorrect"))
                .isEqualTo(training.get(1).get("trainingCorrect"));
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        String weights = train("--epochs", "2").fingerprint();
        assertThat(train("--epochs", "2").fingerprint()).isEqualTo(weights);
        assertThat(train("--epochs", "2", "--seed", "42").fingerprint()).isEqualTo(weights);
        assertThat(train("--epochs", "2", "--seed", "43").fingerprint()).isNotEqualTo(weights);
    }

    @Test
    void threadsDoNotChangeTheWeights() {
        String one = train("--epochs", "1", "--sizes", "784,100,10", "--threads", "1")
                .fingerprint();
        assertThat(train("--epochs", "1", "--sizes", "784,100,10", "--threads", "2")
                        .fingerprint())
                .isEqualTo(one);
        assertThat(train("--epochs", "1", "--sizes", "784,100,10", "--threads", "5")
                        .fingerprint())
                .isEqualTo(one);
    }

    @Test
    void theCommandTrainsWhatTheLibraryTrains() throws IOException {
        Mnist files = Mnist.in(folder);
        Network network = Network.builder(784)
                .layer(new Dense(30, new Sigmoid()))
                .layer(new Dense(10, new Sigmoid()))
                .build(new LargeGaussian(), new NumpyRandom(42));
        Trainer.builder(new QuadraticCost(), new Sgd(3.0))
                .epochs(2)
                .miniBatchSize(10)
                .shuffle(new PythonRandom(42))
                .build()
                .train(network, new ImageDataset(files.training()));
        assertThat(train("--epochs", "2").fingerprint()).isEqualTo("weights sha256 " + Fingerprint.sha256(network));
    }

    @Test
    void eachOptionReachesTheTraining() {
        String standard = train("--epochs", "1").fingerprint();
        for (String[] option : new String[][] {
            {"--activation", "tanh"},
            {"--output", "tanh"},
            {"--cost", "cross-entropy"},
            {"--initializer", "default"},
            {"--mini-batch", "7"},
            {"--learning-rate", "0.5"},
            {"--lambda", "5"},
            {"--precision", "float"},
            {"--train-size", "199"},
            {"--sizes", "784,10"}
        }) {
            assertThat(train("--epochs", "1", option[0], option[1]).fingerprint())
                    .describedAs(option[0])
                    .isNotEqualTo(standard);
        }
    }

    @Test
    void aMiniBatchLargerThanTheDataIsOneMiniBatch() {
        assertThat(train("--epochs", "2", "--mini-batch", "1000").fingerprint())
                .isEqualTo(train("--epochs", "2", "--mini-batch", "200").fingerprint());
    }

    @Test
    void softmaxWithLogLikelihoodLearns() {
        List<JsonNode> events = events(train(
                "--epochs",
                "10",
                "--json",
                "--output",
                "softmax",
                "--cost",
                "log-likelihood",
                "--learning-rate",
                "0.5",
                "--initializer",
                "default",
                "--activation",
                "relu"));
        assertThat(events.get(events.size() - 1).get("bestTestCorrect").asInt()).isGreaterThan(30);
    }

    @Test
    void divergenceIsToldInOneLineAndByItsOwnExitCode() {
        String[] options = {"--activation", "relu", "--output", "identity", "--learning-rate", "1e6", "--epochs", "50"};
        Nn text = Nn.run(Map.of(), args(options));
        assertThat(text.code()).isEqualTo(3);
        assertThat(text.err().lines()).hasSize(1);
        assertThat(text.err()).startsWith("nn: training diverged in epoch ").contains("layer", "smaller learning rate");
        assertThat(text.out()).doesNotContain("sha256");

        String[] json =
                Stream.concat(Arrays.stream(options), Stream.of("--json")).toArray(String[]::new);
        List<JsonNode> events = events(Nn.run(Map.of(), args(json)));
        JsonNode last = events.get(events.size() - 1);
        assertThat(last.get("event").asText()).isEqualTo("error");
        assertThat(last.get("kind").asText()).isEqualTo("diverged");
        assertThat(last.get("epoch").asInt()).isPositive();
        assertThat(last.get("place").asText()).isIn("weighted-input", "cost", "error", "gradient", "parameter");
        assertThat(last.get("value").asText()).isIn("NaN", "Infinity", "-Infinity");
        assertThat(last.get("unit").asInt()).isPositive();
        assertThat(last.has("example")).isTrue();
        assertThat(last.get("message").asText()).startsWith("training diverged in epoch ");
    }

    @Test
    void itEndsWhenNobodyReadsItsOutputAnyMore() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        int code = Main.run(
                new PrintStream(closed, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                args("--epochs", "1000000"));
        assertThat(code).isEqualTo(130);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void anotherOptimizerIsTakenByName() {
        JsonNode started = events(train(
                        "--epochs",
                        "1",
                        "--optimizer",
                        "adam",
                        "--learning-rate",
                        "0.01",
                        "--optimizer-setting",
                        "beta1=0.8,epsilon=1e-7",
                        "--json"))
                .get(0);
        assertThat(started.get("optimizer").asText()).isEqualTo("adam");
        assertThat(started.get("learningRate").asDouble()).isEqualTo(0.01);
    }

    @Test
    void earlyStoppingKeepsTheBestWeights() {
        String[] options = {
            "--validation-share", "0.25", "--monitor", "validation", "--learning-rate", "0.3", "--json", "--epochs"
        };
        List<JsonNode> stopped =
                events(train(Stream.concat(Arrays.stream(options), Stream.of("200", "--early-stopping", "3"))
                        .toArray(String[]::new)));
        JsonNode finished = stopped.get(stopped.size() - 1);
        int kept = finished.get("keptEpoch").asInt();
        assertThat(finished.get("epochs").asInt()).isEqualTo(kept + 3).isLessThan(200);
        assertThat(finished.get("bestEpoch").asInt()).isEqualTo(kept);
        assertThat(stopped.get(0).get("trainingSize").asInt()).isEqualTo(150);
        assertThat(stopped.get(0).get("validationSize").asInt()).isEqualTo(50);

        List<JsonNode> until = events(train(Stream.concat(Arrays.stream(options), Stream.of(String.valueOf(kept)))
                .toArray(String[]::new)));
        assertThat(finished.get("weightsSha256"))
                .isEqualTo(until.get(until.size() - 1).get("weightsSha256"));
    }

    @Test
    void peopleAreToldWhoseWeightsWereKept() {
        assertThat(train(
                                "--validation-share",
                                "0.25",
                                "--monitor",
                                "validation",
                                "--epochs",
                                "200",
                                "--early-stopping",
                                "2")
                        .lines())
                .anyMatch(line -> line.matches("the weights are those of epoch \\d+"));
    }

    @Test
    void dropoutIsPartOfTheRunAndOfItsSeed() {
        String[] options = {"--dropout", "0.3", "--sizes", "784,20,20,10", "--epochs", "2", "--json"};
        List<JsonNode> run = events(train(options));
        assertThat(run.get(0).get("layers").findValuesAsText("rate")).containsExactly("0.3", "0.3");
        String weights = run.get(run.size() - 1).get("weightsSha256").asText();
        List<JsonNode> again = events(train(options));
        assertThat(again.get(again.size() - 1).get("weightsSha256").asText()).isEqualTo(weights);
        options[1] = "0";
        List<JsonNode> without = events(train(options));
        assertThat(without.get(without.size() - 1).get("weightsSha256").asText())
                .isNotEqualTo(weights);
    }
}
