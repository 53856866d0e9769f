package io.nabla.benchmarks.epochs;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.benchmarks.BenchRun;
import io.nabla.benchmarks.DigitFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochsCommandTest {
    private static final Pattern LINE = Pattern.compile("RESULT peer=nabla workload=(?<workload>\\S+)"
            + " variant=(?<variant>\\S+) dtype=(?<dtype>float64|float32) epoch_s=(?<epoch>\\d+\\.\\d{4})"
            + " epoch_cpu_s=\\d+\\.\\d{4} first_s=(?<first>\\d+\\.\\d{4}) epochs=(?<epochs>\\d+)"
            + " acc=(?<acc>[01]\\.\\d{4}) best_acc=(?<best>[01]\\.\\d{4}) rss_mb=\\d+"
            + " wall/cpu=(?<each>\\d+\\.\\d{3}/\\d+\\.\\d{3}(,\\d+\\.\\d{3}/\\d+\\.\\d{3})*) java=\\S+");

    @TempDir
    Path folder;

    @BeforeEach
    void twoHundredDigits() throws IOException {
        DigitFiles.write(folder, 200, 50);
    }

    private BenchRun epochs(String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "epochs";
        all[1] = "--mnist";
        all[2] = folder.toString();
        System.arraycopy(args, 0, all, 3, args.length);
        return BenchRun.without(folder, all);
    }

    private static Matcher parsed(String line) {
        Matcher matcher = LINE.matcher(line);
        assertThat(matcher.matches()).describedAs(line).isTrue();
        return matcher;
    }

    @Test
    void aTrainingIsOneLineWithEveryEpoch() {
        BenchRun run = epochs("W1", "--epochs", "3");
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(1);
        Matcher line = parsed(run.lines().get(0));
        assertThat(line.group("workload")).isEqualTo("W1");
        assertThat(line.group("variant")).isEqualTo("simd");
        assertThat(line.group("dtype")).isEqualTo("float64");
        assertThat(line.group("epochs")).isEqualTo("3");
        assertThat(line.group("each").split(",", -1)).hasSize(3);
        assertThat(Double.parseDouble(line.group("acc"))).isBetween(0.15, 1.0);
        assertThat(line.group("best")).isGreaterThanOrEqualTo(line.group("acc"));
    }

    @Test
    void fewerImagesThanTheProtocolAsksForAreTold() {
        assertThat(epochs("W1", "--epochs", "1").err())
                .contains("200 training, 50 test images")
                .contains("do not compare");
    }

    @Test
    void theAccuracyDependsNeitherOnTheKernelsNorOnThreads() {
        String simd = parsed(epochs("W1", "--epochs", "1").lines().get(0)).group("acc");
        Matcher plain = parsed(
                epochs("W1", "--epochs", "1", "--kernels", "plain").lines().get(0));
        Matcher threads =
                parsed(epochs("W1", "--epochs", "1", "--threads", "2").lines().get(0));
        assertThat(plain.group("variant")).isEqualTo("plain");
        assertThat(threads.group("variant")).isEqualTo("simd-2threads");
        assertThat(plain.group("acc")).isEqualTo(simd);
        assertThat(threads.group("acc")).isEqualTo(simd);
    }

    @Test
    void rectifiedLinearUnitsLearnByAdam() {
        Matcher line = parsed(epochs("W3", "--epochs", "4").lines().get(0));
        assertThat(line.group("workload")).isEqualTo("W3");
        assertThat(line.group("dtype")).isEqualTo("float32");
        assertThat(Double.parseDouble(line.group("acc"))).isGreaterThan(0.3);
    }

    @Test
    void workloadsComeInTheOrderInWhichTheyAreNamed() {
        BenchRun run = epochs("W2f32", "W1f32", "--epochs", "1");
        assertThat(run.lines())
                .hasSize(2)
                .allMatch(line -> parsed(line).group("dtype").equals("float32"));
        assertThat(parsed(run.lines().get(0)).group("workload")).isEqualTo("W2");
        assertThat(parsed(run.lines().get(1)).group("workload")).isEqualTo("W1");
    }
}
