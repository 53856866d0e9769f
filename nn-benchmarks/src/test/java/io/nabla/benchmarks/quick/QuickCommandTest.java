package io.nabla.benchmarks.quick;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.benchmarks.BenchRun;
import io.nabla.benchmarks.DigitFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void fewDigits() throws IOException {
        DigitFiles.write(folder.resolve("nabla/mnist"), 50, 20);
    }

    private BenchRun quick(String... options) {
        String[] args = new String[options.length + 3];
        args[0] = "quick";
        args[1] = "--seconds";
        args[2] = "0.1";
        System.arraycopy(options, 0, args, 3, options.length);
        return BenchRun.without(folder, args);
    }

    @Test
    void aPersonReadsATable() {
        BenchRun run = quick();
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.lines().get(0))
                .startsWith("Java " + System.getProperty("java.version"))
                .containsPattern("simd kernels with vectors of \\d+ bits on 1 thread");
        assertThat(run.lines().get(1)).contains("50 training, 20 test images");
        assertThat(run.lines())
                .anyMatch(line -> line.matches(
                        "W1 784-30-10 sigmoid, double, mini-batch 10 +[\\d.]+ s +[\\d,]+ +[\\d.]+% after.*"))
                .anyMatch(line -> line.matches("W1f32 784-30-10 sigmoid, float, mini-batch 10 +.*"))
                .anyMatch(line -> line.matches("W3 784-512-512-10 relu, float, mini-batch 128 +.*"))
                .anyMatch(line -> line.matches("784-30-10 sigmoid, double +[\\d,]+ +[\\d.]+ us +\\d+ us"))
                .anyMatch(line -> line.startsWith("784-512-512-10 relu, float"));
    }

    @Test
    void aProgramReadsJsonLines() {
        BenchRun run = quick("--json", "--kernels", "plain", "--threads", "2");
        assertThat(run.code()).isZero();
        assertThat(run.lines()).allMatch(line -> line.startsWith("{\"event\":\"") && line.endsWith("}"));
        assertThat(run.lines().get(0))
                .contains("\"event\":\"machine\"", "\"kernels\":\"plain\",\"vectorBits\":0,\"threads\":2")
                .contains("\"trainingImages\":50,\"testImages\":20");
        assertThat(run.out()).contains("\"event\":\"training\",\"workload\":\"W1f32\"", "\"event\":\"prediction\"");
    }

    @Test
    void whoHasNoFilesIsMeasuredOnSyntheticDigits() {
        BenchRun run = BenchRun.without(folder.resolve("empty"), "quick", "--seconds", "0.1");
        assertThat(run.code()).isZero();
        assertThat(run.lines().get(1)).isEqualTo("synthetic digits: 10000 training, 2000 test images");
    }
}
