package io.nabla.examples.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.examples.Nn;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn train} where there is no MNIST. */
class EmbeddedDigitsTest {
    @TempDir
    Path noCache;

    @Test
    void theBooksFirstNetworkLearnsToReadThem() {
        Nn run = Nn.run(noCache, "train", "--epochs", "3");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.lines().get(0))
                .isEqualTo("data      synthetic digits (embedded): 10000 training, 2000 test images of 28 x 28 pixels");
        String best = run.lines().stream()
                .filter(line -> line.startsWith("best epoch"))
                .findFirst()
                .orElseThrow();
        int correct = Integer.parseInt(best.replaceAll(".*test +([0-9]+) / 2000.*", "$1"));
        assertThat(correct).isGreaterThan(1700);
    }
}
