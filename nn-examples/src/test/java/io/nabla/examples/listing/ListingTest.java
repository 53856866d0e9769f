package io.nabla.examples.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.examples.Nn;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {
    @TempDir
    Path folder;

    @Test
    void pluginsAreListedByKindWithTheirClassesAndJars() {
        Nn run = Nn.run(folder, "plugins");
        assertThat(run.code()).isZero();
        assertThat(run.lines())
                .containsSubsequence(
                        "activation",
                        "cost",
                        "layer",
                        "optimizer",
                        "schedule",
                        "clipping",
                        "regularizer",
                        "initializer")
                .anyMatch(line -> line.matches(" +sigmoid +io\\.nabla\\.activations\\.Sigmoid \\(.+\\)"))
                .anyMatch(line -> line.matches(" +cross-entropy +io\\.nabla\\.costs\\.CrossEntropyCost \\(.+\\)"))
                .anyMatch(line -> line.matches(" +dense +io\\.nabla\\.layers\\.DenseFactory \\(.+\\)"));
    }

    @Test
    void aPluginFolderThatIsNotThereIsRefused() {
        Nn run = Nn.run(folder, "plugins", "--plugins", folder.resolve("none").toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("nn: ").contains(folder.resolve("none").toString());
    }

    @Test
    void kernelsAreListedWithTheReasonWhyOneCannotRun() {
        Nn run = Nn.run(folder, "kernels");
        assertThat(run.code()).isZero();
        assertThat(run.lines())
                .anyMatch(line -> line.matches("plain +double +yes.*"))
                .anyMatch(line -> line.matches("plain +float +yes.*"))
                .anyMatch(line -> line.matches("commons-math +float +no: .*--precision double"));
        assertThat(run.lines().stream().filter(line -> line.contains("used unless")))
                .hasSize(2);
    }

    @Test
    void aNetworkIsSummedUpLayerByLayer() {
        Nn run = Nn.run(folder, "summary", "--sizes", "784,100,10", "--precision", "float", "--kernels", "plain");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(4);
        assertThat(run.lines().get(1)).matches(" +1 +dense +sigmoid +100 +78,500 +314,000");
        assertThat(run.lines().get(3)).matches("total +79,510 +318,040");
    }
}
