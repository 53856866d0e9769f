package io.nabla.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @TempDir
    Path noCache;

    @Test
    void theVersionNamesJavaAndTheKernels() {
        Nn run = Nn.run(noCache, "--version");
        assertThat(run.code()).isZero();
        assertThat(run.lines().get(0)).matches("nn [0-9]+\\.[0-9]+\\.[0-9]+.*");
        assertThat(run.out())
                .contains("Java " + System.getProperty("java.version"))
                .containsPattern("kernels of double: .*plain.*commons-math")
                .containsPattern("kernels of float: .*plain");
    }

    @Test
    void theHelpNamesEveryCommand() {
        Nn run = Nn.run(noCache, "--help");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "train",
                        "predict",
                        "evaluate",
                        "export",
                        "import",
                        "book",
                        "gradcheck",
                        "plugins",
                        "kernels",
                        "download",
                        "bench");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train",
                "predict",
                "evaluate",
                "export",
                "import",
                "book",
                "gradcheck",
                "summary",
                "plugins",
                "kernels",
                "download"
            })
    void everyCommandHasHelp(String command) {
        Nn run = Nn.run(noCache, command, "--help");
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Usage: nn " + command).contains("--debug");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theHelpOfTrainShowsTheBooksFirstExperimentAsDefaults() {
        String help = Nn.run(noCache, "train", "--help").out().replaceAll("\\s+", " ");
        assertThat(help)
                .contains("(default: 784,30,10).")
                .contains("(default: sigmoid)")
                .contains("(default: quadratic)")
                .contains("(default: 30)")
                .contains("(default: 10)")
                .contains("(default: 3.0)")
                .contains("(default: 0)")
                .contains("(default: large)")
                .contains("(default: double)")
                .contains("(default: 42)");
    }

    @Test
    void withoutACommandOneLineSaysWhichThereAre() {
        Nn run = Nn.run(noCache);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("train").contains("nn --help");
    }
}
