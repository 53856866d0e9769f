package io.nabla.examples.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, started by the launcher. */
@Timeout(180)
class ProgramIT {
    private static final String NO_RELU6 =
            "nn: no activation named 'relu6'; have [elu, gelu, gelu-tanh, hard-sigmoid, hard-tanh, identity,"
                    + " leaky-relu, mish, relu, selu, sigmoid, silu, softmax, softplus, softsign, tanh]; did you mean 'relu'?";

    @TempDir
    Path folder;

    @BeforeAll
    static void install() throws IOException {
        Launcher.install();
    }

    private Packaged run(String... args) throws IOException, InterruptedException {
        return Packaged.start(folder, args).await();
    }

    private Packaged train(String... options) throws IOException, InterruptedException {
        Packaged run = run(Stream.concat(Stream.of("train", "--epochs", "1", "--train-size", "300"), Stream.of(options))
                .toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run;
    }

    @Test
    void itTellsItsVersion() throws IOException, InterruptedException {
        Packaged run = run("--version");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.lines().get(0)).matches("nn [0-9]+\\.[0-9]+\\.[0-9]+.*");
        assertThat(run.out()).contains("plain").doesNotContain("${");
    }

    @Test
    void theSameSeedGivesTheSameWeightsOnAnyNumberOfThreads() throws IOException, InterruptedException {
        String weights = train("--sizes", "784,100,10").lastLine();
        assertThat(weights).matches("weights sha256 [0-9a-f]{64}");
        assertThat(train("--sizes", "784,100,10").lastLine()).isEqualTo(weights);
        assertThat(train("--sizes", "784,100,10", "--threads", "2").lastLine()).isEqualTo(weights);
        assertThat(train("--sizes", "784,100,10", "--seed", "43").lastLine()).isNotEqualTo(weights);
    }

    @Test
    void nothingButJsonIsOnStdout() throws IOException, InterruptedException {
        assertThat(train("--json").lines()).hasSize(3).allMatch(line -> line.startsWith("{\"event\":\""));
    }

    @Test
    void wrongInputIsOneLineOnStderr() throws IOException, InterruptedException {
        Packaged run = run("train", "--activation", "relu6");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualToIgnoringNewLines(NO_RELU6);
    }

    @Test
    void theVectorKernelsAreUsedWhereTheJvmHasTheVectorApi() throws IOException, InterruptedException {
        assumeThat(ModuleFinder.ofSystem().find("jdk.incubator.vector")).isPresent();
        Packaged list = run("kernels");
        assertThat(list.err()).isEmpty();
        assertThat(list.lines().get(0)).matches("simd +double +yes, used unless --kernels names others");

        Packaged vectors = train();
        assertThat(vectors.out()).contains("kernels   simd, double");
        String weights = vectors.lastLine();
        Packaged plain = train("--kernels", "plain");
        assertThat(plain.out()).contains("kernels   plain, double");
        assertThat(plain.lastLine()).isEqualTo(weights);
    }

    @Test
    void stdoutAndStderrMayGoToTheSameFile() throws IOException, InterruptedException {
        Path both = folder.resolve("both.txt");
        new ProcessBuilder(
                        "sh",
                        "-c",
                        "exec >\"$1\" 2>&1; \"$2\" kernels; \"$2\" train --activation relu6; \"$2\" kernels",
                        "sh",
                        both.toString(),
                        Launcher.script())
                .start()
                .waitFor();
        String kernels = run("kernels").out();
        assertThat(both).hasContent(kernels + NO_RELU6 + "\n" + kernels);
    }

    @Test
    void whatTheJvmSaysOfItsOptionsIsSeen() throws IOException, InterruptedException {
        Packaged run = Packaged.start(folder, Map.of("NN_JAVA_OPTS", "-Xmx8x"), "kernels")
                .await();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("-Xmx8x");
    }

    @Test
    void aJvmThatCannotStartTellsWhy() throws IOException, InterruptedException {
        Path java =
                Files.createDirectories(folder.resolve("jdk").resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'libjvm.so is missing' >&2\nexit 1\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Packaged run = Packaged.start(
                        folder, Map.of("JAVA_HOME", folder.resolve("jdk").toString()), "kernels")
                .await();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("libjvm.so is missing").contains("JAVA_HOME");
    }

    @Test
    void aPluginFromAnotherBuildIsTrainedWithAndListed() throws IOException, InterruptedException {
        Path plugins = PluginJar.of("demo", "Bent", "bent").writeTo(folder.resolve("plugins"));
        Packaged list = run("plugins", "--plugins", plugins.toString());
        assertThat(list.err()).isEmpty();
        assertThat(list.lines()).anyMatch(line -> line.matches(" +bent +demo\\.Bent \\(demo-bent\\.jar\\)"));
        assertThat(list.lines()).anyMatch(line -> line.contains("io.nabla.activations.Sigmoid"));

        String bent =
                train("--plugins", plugins.toString(), "--activation", "bent").lastLine();
        assertThat(bent).matches("weights sha256 [0-9a-f]{64}");
        assertThat(bent).isNotEqualTo(train("--plugins", plugins.toString()).lastLine());
    }

    @Test
    void aNameThatIsThereTwiceIsRefusedNamingBothClasses() throws IOException, InterruptedException {
        Path plugins = PluginJar.of("demo", "OtherSigmoid", "sigmoid").writeTo(folder.resolve("plugins"));
        for (String command : List.of("plugins", "train")) {
            Packaged run = run(command, "--plugins", plugins.toString());
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.err())
                    .contains("'sigmoid' is bound to both")
                    .contains("io.nabla.activations.Sigmoid")
                    .contains("demo.OtherSigmoid (demo-sigmoid.jar)");
        }
    }

    @Test
    void aRunInAFileIsTrained() throws IOException, InterruptedException {
        Path config = Files.writeString(folder.resolve("run.json"), """
                {"data": {"synthetic": true, "train-size": 300},
                 "layers": [{"kind": "dense", "units": 10, "activation": "softmax"}],
                 "cost": "log-likelihood", "training": {"epochs": 1}}
                """);
        Packaged run = run("train", "--config", config.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.lastLine())
                .isEqualTo(train("--sizes", "784,10", "--output", "softmax", "--cost", "log-likelihood")
                        .lastLine());

        Files.writeString(config, "{\n  \"layer\": []\n}");
        Packaged refused = run("train", "--config", config.toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines()).hasSize(1);
        assertThat(refused.err()).contains("run.json, line 2, column 3: unknown key 'layer'", "did you mean 'layers'?");
    }

    @Test
    void aSavedNetworkIsUsed() throws IOException, InterruptedException {
        Path examples = Path.of("..", "examples").toAbsolutePath().normalize();
        Path model = folder.resolve("flowers.safetensors");
        Packaged trained =
                run("train", "--config", examples.resolve("table.json").toString(), "--save", model.toString());
        assertThat(trained.err()).isEmpty();
        assertThat(trained.out()).contains("saved in " + model);

        Packaged evaluated = run(
                "evaluate",
                model.toString(),
                "--csv",
                examples.resolve("flowers.csv").toString());
        assertThat(evaluated.err()).isEmpty();
        assertThat(evaluated.out()).contains("150 examples, accuracy 0.9");

        Packaged predicted =
                run("predict", model.toString(), examples.resolve("flowers.csv").toString());
        assertThat(predicted.err()).isEmpty();
        assertThat(predicted.lines()).hasSize(150);
        assertThat(predicted.lines().get(0)).contains("flowers.csv:1  setosa  0.9");

        Path truncated = folder.resolve("truncated");
        byte[] bytes = Files.readAllBytes(model);
        Files.write(truncated, Arrays.copyOf(bytes, bytes.length - 1));
        Packaged refused = run("predict", truncated.toString(), "-");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines()).hasSize(1);
    }

    @Test
    void aPngImageIsRecognized() throws IOException, InterruptedException {
        Path model = folder.resolve("digits.safetensors");
        train("--save", model.toString());
        Path png = folder.resolve("blank.png");
        ImageIO.write(new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY), "png", png.toFile());
        Packaged predicted = run("predict", model.toString(), png.toString());
        assertThat(predicted.err()).isEmpty();
        assertThat(predicted.out()).matches("\\Q" + png + "\\E  \\d  0\\.\\d{4}\\R");
    }

    @Test
    void aSignalStopsItWithWhatWasLearnedSoFar() throws IOException, InterruptedException {
        Packaged run = Packaged.start(folder, "train", "--epochs", "1000000", "--train-size", "300", "--json");
        run.awaitLine("\"event\":\"epoch\"");
        run.terminate();
        run.await();
        assertThat(run.code()).isEqualTo(128 + 15);
        assertThat(run.err()).isEmpty();
        assertThat(run.lastLine())
                .startsWith("{\"event\":\"finished\"")
                .contains("\"stopped\":true")
                .containsPattern("\"weightsSha256\":\"[0-9a-f]{64}\"");
    }

    @Test
    void aSignalKeepsACheckpointFromWhichTheRunGoesOn() throws IOException, InterruptedException {
        String[] options = {"train", "--epochs", "600", "--train-size", "300", "--dropout", "0.1"};
        String weights = run(options).lastLine();
        Packaged stopped = Packaged.start(
                folder,
                Stream.concat(Stream.of(options), Stream.of("--checkpoint", "kept"))
                        .toArray(String[]::new));
        stopped.awaitLine("epoch ");
        stopped.terminate();
        stopped.await();
        assertThat(stopped.code()).isEqualTo(128 + 15);
        assertThat(stopped.err()).isEmpty();
        assertThat(stopped.out())
                .containsPattern("checkpoint after \\d+ mini-batches in kept; go on by: nn train --resume kept");
        Packaged resumed = run("train", "--resume", "kept");
        assertThat(resumed.err()).isEmpty();
        assertThat(resumed.out()).contains("resumed   after ");
        assertThat(resumed.lastLine()).isEqualTo(weights);
    }

    @Test
    void itLeavesNothingBehind() throws IOException, InterruptedException {
        train();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("out.txt", "err.txt");
        }
    }
}
