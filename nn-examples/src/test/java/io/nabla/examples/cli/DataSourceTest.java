package io.nabla.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.examples.DigitFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSourceTest {
    @TempDir
    Path folder;

    private Path given;
    private Path variable;
    private Path caches;

    @BeforeEach
    void threeFolders() throws IOException {
        given = DigitFiles.write(folder.resolve("given"), 30, 10);
        variable = DigitFiles.write(folder.resolve("variable"), 30, 10);
        caches = folder.resolve("caches");
        DigitFiles.write(caches.resolve("nabla").resolve("mnist"), 30, 10);
    }

    @Test
    void theFolderGivenComesFirstThenTheVariableThenTheCacheThenTheEmbeddedDigits() {
        Map<String, String> all = Map.of("NN_MNIST", variable.toString(), "XDG_CACHE_HOME", caches.toString());
        assertThat(DataSource.find(Optional.of(given), all)).isEqualTo(new DataSource("--data", Optional.of(given)));
        assertThat(DataSource.find(Optional.empty(), all)).isEqualTo(new DataSource("NN_MNIST", Optional.of(variable)));
        assertThat(DataSource.find(Optional.empty(), Map.of("XDG_CACHE_HOME", caches.toString())))
                .isEqualTo(new DataSource("cache", Optional.of(caches.resolve("nabla/mnist"))));
        assertThat(DataSource.find(Optional.empty(), Map.of("XDG_CACHE_HOME", folder.toString())))
                .isEqualTo(new DataSource("embedded", Optional.empty()));
    }

    @Test
    void aVariableThatIsSetButWrongIsNeverPassedOver() {
        Map<String, String> env = Map.of("NN_MNIST", "/no/such/folder", "XDG_CACHE_HOME", caches.toString());
        assertThatThrownBy(() -> DataSource.find(Optional.empty(), env))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("NN_MNIST")
                .hasMessageContaining("/no/such/folder");
    }

    @Test
    void anEmptyVariableIsAsGoodAsNone() {
        Map<String, String> env = Map.of("NN_MNIST", "", "XDG_CACHE_HOME", folder.toString());
        assertThat(DataSource.find(Optional.empty(), env).isEmbedded()).isTrue();
    }

    @Test
    void theFirstImagesAreTakenForTraining() {
        ImageData all = new DataSource("--data", Optional.of(given)).load();
        ImageData some = new DataSource("--data", Optional.of(given)).load(7);
        assertThat(all.training().size()).isEqualTo(30);
        assertThat(all.test().size()).isEqualTo(10);
        assertThat(some.training().size()).isEqualTo(7);
        for (int i = 0; i < 7; i++) {
            assertThat(some.training().images().label(i))
                    .isEqualTo(all.training().images().label(i));
        }
    }

    @Test
    void fewerEmbeddedDigitsAreTheFirstOfAll() {
        DataSource embedded = new DataSource("embedded", Optional.empty());
        ImageData ten = embedded.load(10);
        ImageData twenty = embedded.load(20);
        byte[] a = new byte[784];
        byte[] b = new byte[784];
        ten.training().images().copyPixels(9, a, 0);
        twenty.training().images().copyPixels(9, b, 0);
        assertThat(a).isEqualTo(b);
        assertThatThrownBy(() -> embedded.load(10_001))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("10001")
                .hasMessageContaining("10000");
    }

    @Test
    void ofSixtyThousandImagesTheLastTenThousandAreForValidation() throws IOException {
        Path big = DigitFiles.writeBlank(folder.resolve("big"), 60_000, 10);
        ImageData data = new DataSource("--data", Optional.of(big)).load();
        assertThat(data.training().size()).isEqualTo(50_000);
        assertThat(data.validation().orElseThrow().size()).isEqualTo(10_000);
        assertThat(data.training().images().label(49_999)).isEqualTo(49_999 % 10);
        assertThat(data.validation().orElseThrow().images().label(1)).isEqualTo(50_001 % 10);
        assertThat(data.toString()).contains("50000 training, 10000 validation, 10 test images of 2 x 2 pixels");
    }
}
