package io.nabla.examples.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.examples.DigitFiles;
import io.nabla.examples.Nn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn train --checkpoint} and {@code --resume}: a run of 3 epochs of 20 mini-batches. */
class ResumeCommandTest {
    private static final String[] RUN = {
        "--epochs",
        "3",
        "--sizes",
        "784,20,10",
        "--dropout",
        "0.2",
        "--validation-share",
        "0.1",
        "--monitor",
        "validation,test"
    };

    @TempDir
    static Path digits;

    @TempDir
    Path folder;

    @BeforeAll
    static void digits() throws IOException {
        DigitFiles.write(digits, 220, 50);
    }

    private static Nn train(String... options) {
        return Nn.run(
                Map.of(), Stream.concat(Stream.of("train"), Stream.of(options)).toArray(String[]::new));
    }

    private static Nn begin(String... options) {
        return train(
                Stream.concat(Stream.of("--data", digits.toString()), Stream.concat(Stream.of(RUN), Stream.of(options)))
                        .toArray(String[]::new));
    }

    private Path checkpoints() {
        return folder.resolve("kept");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(checkpoints())) {
            return files.sorted().toList();
        }
    }

    /** A run as if it had been interrupted after step 48, in the midst of its last epoch. */
    private String interrupted() throws IOException {
        Nn run = begin("--checkpoint", checkpoints().toString(), "--every", "6");
        assertThat(run.err()).isEmpty();
        assertThat(files().stream().map(file -> file.getFileName().toString()))
                .containsExactly(
                        "step-000000000048.safetensors",
                        "step-000000000054.safetensors",
                        "step-000000000060.safetensors");
        Files.delete(files().get(2));
        Files.delete(files().get(1));
        return run.fingerprint();
    }

    private Nn resume(String... options) {
        return train(Stream.concat(Stream.of("--resume", checkpoints().toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    private void assertRefused(Nn run, String... parts) {
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains(parts);
    }

    @Test
    void aRunGoesOnToTheSameWeightsAndReportsTheRest() throws IOException {
        String whole = interrupted();
        assertThat(begin().fingerprint()).as("checkpoints change no bit").isEqualTo(whole);
        Nn resumed = resume();
        assertThat(resumed.err()).isEmpty();
        assertThat(resumed.code()).isZero();
        assertThat(resumed.fingerprint()).isEqualTo(whole);
        assertThat(resumed.lines()).contains("resumed   after 2 epochs and 48 mini-batches in all");
        assertThat(resumed.lines().stream().filter(line -> line.startsWith("epoch ")))
                .hasSize(1);
        assertThat(resumed.out()).contains("; 3 epochs in ");
        assertThat(files()).hasSize(3);

        Nn ended = resume();
        assertThat(ended.fingerprint()).as("a run that is at its end").isEqualTo(whole);
    }

    @Test
    void theSameOptionsOrSomeOfThemMayBeSaidAgain() throws IOException {
        String whole = interrupted();
        String step = files().get(0).getFileName().toString();
        byte[] bytes = Files.readAllBytes(files().get(0));
        for (String[] options : new String[][] {
            RUN,
            {"--epochs", "3"},
            {"--sizes", "784,20,10", "--dropout", "0.20"},
            {"--optimizer", "sgd"},
            {"--threads", "2", "--kernels", "plain", "--every", "1"},
            {"--data", digits.toString()},
            {"--json"}
        }) {
            for (Path file : files()) {
                Files.delete(file);
            }
            Files.write(checkpoints().resolve(step), bytes);
            Nn resumed = resume(options);
            assertThat(resumed.err()).isEmpty();
            assertThat(resumed.fingerprint()).contains(whole.substring(whole.lastIndexOf(' ') + 1));
        }
    }

    @Test
    void anythingElseIsRefusedWithBothValues() throws IOException {
        interrupted();
        String began = " but the run that is to go on began with ";
        assertRefused(resume("--epochs", "4"), "training.epochs (--epochs) is 4" + began + "3");
        assertRefused(resume("--seed", "1"), "training.seed (--seed) is 1" + began + "42");
        assertRefused(resume("--precision", "float"), "is \"float\"" + began + "\"double\"");
        assertRefused(
                resume("--activation", "relu"),
                "layers[0].activation (--activation) is \"relu\"" + began + "\"sigmoid\"");
        assertRefused(resume("--sizes", "784,21,10"), "layers[0].units (--sizes) is 21" + began + "20");
        assertRefused(resume("--sizes", "784,10"), "layers[0].units (--sizes) is 10" + began + "20");
        assertRefused(resume("--sizes", "700,20,10"), "inputs (--sizes) is 700" + began + "1×28×28");
        assertRefused(
                resume("--learning-rate", "2"), "optimizer.learning-rate (--learning-rate) is 2.0" + began + "3.0");
        assertRefused(resume("--lambda", "1"), "regularizer", began + "nothing of it");
        assertRefused(
                resume("--early-stopping", "1"), "training.early-stopping (--early-stopping) is 1" + began + "nothing");
        assertRefused(resume("--monitor", "test"), "training.monitor", "\"test\"" + began + "\"validation\"");
        assertRefused(resume("--train-size", "100"), "data.train-size (--train-size) is 100" + began + "nothing of it");
        Path config = Files.writeString(folder.resolve("run.json"), "{\"training\": {\n  \"mini-batch\": 7}}");
        assertRefused(
                resume("--config", config.toString()),
                "run.json, line 2, column 3: training.mini-batch is 7" + began + "10");
    }

    /** Its paths are looked for beside it, and not beside the checkpoints. */
    @Test
    void aRunInAFileGoesOnWithAndWithoutTheFile() throws IOException {
        Files.copy(Path.of("..", "examples", "flowers.csv"), folder.resolve("flowers.csv"));
        Path config = Files.writeString(folder.resolve("run.json"), """
                {"data": {"csv": "flowers.csv", "target": "species"},
                 "layers": [{"kind": "dense", "units": 3, "activation": "softmax"}],
                 "cost": "log-likelihood", "optimizer": {"name": "adam", "learning-rate": 1e-2},
                 "training": {"epochs": 4}}
                """);
        Nn run = train(
                "--config", config.toString(), "--checkpoint", checkpoints().toString());
        assertThat(run.err()).isEmpty();
        Files.delete(files().get(2));
        Nn without = resume();
        assertThat(without.err()).isEmpty();
        assertThat(without.fingerprint()).isEqualTo(run.fingerprint());
        Files.delete(files().get(2));
        Nn with = resume("--config", config.toString());
        assertThat(with.err()).isEmpty();
        assertThat(with.fingerprint()).isEqualTo(run.fingerprint());
    }

    @Test
    void otherDataIsRefused() throws IOException {
        interrupted();
        Path others = Files.createDirectory(folder.resolve("others"));
        DigitFiles.write(others, 221, 50);
        assertRefused(
                resume("--data", others.toString()),
                "the checkpoint is of another run: training data was 198 examples of sha256 ",
                " but is 199 examples of");
    }

    @Test
    void aDamagedCheckpointIsPassedOverWithOneLine() throws IOException {
        Nn run = begin("--checkpoint", checkpoints().toString(), "--every", "6");
        byte[] bytes = Files.readAllBytes(files().get(2));
        bytes[bytes.length / 2] ^= 1;
        Files.write(files().get(2), bytes);
        Nn resumed = resume();
        assertThat(resumed.err().lines()).hasSize(1);
        assertThat(resumed.err())
                .contains("step-000000000060.safetensors", "the file is damaged", "the run goes on from step 54");
        assertThat(resumed.code()).isZero();
        assertThat(resumed.fingerprint()).isEqualTo(run.fingerprint());

        for (Path file : files()) {
            Files.writeString(file, "nothing");
        }
        assertRefused(resume(), "no checkpoint can be read", "step-000000000048.safetensors");
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() throws IOException {
        interrupted();
        String kept = checkpoints().toString();
        assertRefused(begin("--checkpoint", kept), "there are checkpoints of another run", "--resume " + kept);
        assertRefused(resume("--checkpoint", folder.toString()), "give one of them");
        assertRefused(begin("--every", "6"), "--every needs a folder");
        assertRefused(resume("--every", "0"), "at least 1, but got 0");
        assertRefused(train("--resume", folder.resolve("none").toString()), "no checkpoint is there");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertRefused(begin("--checkpoint", file.toString()), "--checkpoint " + file + " is no folder");
        assertRefused(train("--resume", file.toString()), "--resume " + file + " is no folder");
    }
}
