package io.nabla.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.data.LabelledImages;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong input is refused with one line on stderr and exit code 2, before anything is measured. */
class WrongInputTest {
    @TempDir
    Path folder;

    private static void assertRefused(BenchRun run, String words) {
        assertThat(run.err()).startsWith("nn bench: ").contains(words);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epochs | --epochs  | 0    | --epochs is at least 1, but got 0",
                "epochs | --threads | 0    | --threads is 1 to 256, but got 0",
                "epochs | --threads | 257  | --threads is 1 to 256, but got 257",
                "epochs | --seed    | -1   | --seed is 0 to 2147483647, but got -1",
                "epochs | --seeds   | 1    | try 'nn bench epochs --help'",
                "epochs | W1        | W9   | no workload named 'W9'; have [W1, W1f32, W2, W2f32, W3, W4, W5, W6]",
                "epochs | --mnist   | /no/such/folder | /no/such/folder",
                "quick  | --mnist   | /no/such/folder | /no/such/folder",
                "quick  | --seconds | 0    | --seconds is above 0 and at most 3600, but got 0",
                "quick  | --seconds | NaN  | --seconds is above 0 and at most 3600, but got NaN",
                "quick  | --seconds | 3601 | --seconds is above 0 and at most 3600, but got 3601",
                "quick  | --threads | 0    | --threads is 1 to 256, but got 0",
                "quick  | --seed    | -1   | --seed is 0 to 2147483647, but got -1",
                "quick  | --kernels | fast | no kernels named 'fast'; have [",
                "quick  | --kernels | commons-math | the commons-math kernels compute in double only"
            })
    void optionsAreRefused(String command, String option, String value, String words) {
        assertRefused(BenchRun.without(folder, command, option, value), words);
    }

    @Test
    void withoutACommandOneLineSaysWhichThereAre() {
        assertRefused(BenchRun.without(folder), "have quick, epochs");
    }

    @Test
    void theProtocolNeedsMnist() {
        assertRefused(
                BenchRun.without(folder, "epochs"), "name a folder with its four files by --mnist or by NN_MNIST");
    }

    @Test
    void kernelsThatCannotRunAllOfItAreRefusedBeforeTheFirst() throws IOException {
        DigitFiles.write(folder, 20, 10);
        assertRefused(
                BenchRun.without(
                        folder, "epochs", "--mnist", folder.toString(), "--kernels", "commons-math", "W1", "W1f32"),
                "the commons-math kernels compute in double only");
    }

    @Test
    void imagesOfAnotherSizeAreRefused() throws IOException {
        LabelledImages small = LabelledImages.copyOf(new byte[4], new byte[1], 2, 2, 10);
        DigitFiles.write(folder, small, small);
        assertRefused(BenchRun.without(folder, "epochs", "--mnist", folder.toString()), "have 2 x 2 pixels");
    }
}
