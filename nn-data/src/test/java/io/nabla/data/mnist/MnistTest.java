package io.nabla.data.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nabla.data.DataFormatException;
import io.nabla.data.IdxBytes;
import io.nabla.data.LabelledImages;
import io.nabla.data.TrainTestSplit;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

class MnistTest {
    @TempDir
    Path folder;

    private void write(String name, byte... bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private void fourFiles() throws IOException {
        write("train-images-idx3-ubyte", IdxBytes.images(3, 4, 4));
        write("train-labels.idx1-ubyte", IdxBytes.labels(1, 2, 3));
        write("t10k-images-idx3-ubyte.gz", IdxBytes.gzip(IdxBytes.images(2, 4, 4)));
        write("t10k-labels.idx1-ubyte.gz", IdxBytes.gzip(IdxBytes.labels(8, 9)));
    }

    @Test
    void theCacheFollowsTheXdgRules() {
        assertThat(Mnist.cache(Map.of("XDG_CACHE_HOME", "/caches", "HOME", "/home/ada")))
                .isEqualTo(Path.of("/caches/nabla/mnist"));
        assertThat(Mnist.cache(Map.of("HOME", "/home/ada"))).isEqualTo(Path.of("/home/ada/.cache/nabla/mnist"));
        assertThat(Mnist.cache(Map.of("XDG_CACHE_HOME", "relative", "HOME", "/home/ada")))
                .isEqualTo(Path.of("/home/ada/.cache/nabla/mnist"));
    }

    @Test
    void findsEverySpelling() throws IOException {
        fourFiles();

        TrainTestSplit sets = Mnist.in(folder).read();

        assertThat(Mnist.isIn(folder)).isTrue();
        assertThat(sets.training().size()).isEqualTo(3);
        assertThat(sets.training().label(2)).isEqualTo(3);
        assertThat(sets.test().size()).isEqualTo(2);
        assertThat(sets.test().label(1)).isEqualTo(9);
    }

    @Test
    void aMissingFileIsToldWithNamesAndWayOut() throws IOException {
        fourFiles();
        Files.delete(folder.resolve("train-labels.idx1-ubyte"));

        assertThat(Mnist.isIn(folder)).isFalse();
        assertThatExceptionOfType(FileNotFoundException.class)
                .isThrownBy(() -> Mnist.in(folder))
                .withMessage(folder + ": no file train-labels-idx1-ubyte (looked for train-labels-idx1-ubyte,"
                        + " train-labels-idx1-ubyte.gz, train-labels.idx1-ubyte, train-labels.idx1-ubyte.gz);"
                        + " put MNIST's four files there (train-images-idx3-ubyte, train-labels-idx1-ubyte,"
                        + " t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte; .gz or not) or run 'nn download mnist'");
    }

    @Test
    void aMissingFolderIsTold() {
        Path nowhere = folder.resolve("nowhere");

        assertThat(Mnist.isIn(nowhere)).isFalse();
        assertThatExceptionOfType(FileNotFoundException.class)
                .isThrownBy(() -> Mnist.in(nowhere))
                .withMessageStartingWith(nowhere + ": no such folder; make it and put MNIST's four files there");
    }

    @Test
    void aFolderUnderAFilesNameIsNotTheFile() throws IOException {
        fourFiles();
        Files.delete(folder.resolve("train-images-idx3-ubyte"));
        Files.createDirectory(folder.resolve("train-images-idx3-ubyte"));

        assertThat(Mnist.isIn(folder)).isFalse();
    }

    @Test
    void refusesTestImagesOfAnotherSize() throws IOException {
        fourFiles();
        write("t10k-images-idx3-ubyte.gz", IdxBytes.images(2, 2, 8));

        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> Mnist.in(folder).read())
                .withMessageStartingWith(folder.resolve("t10k-images-idx3-ubyte.gz") + ": has 2 images of 2 x 8 pixels")
                .withMessageContaining("3 images of 4 x 4 pixels");
    }

    @Test
    void refusesALabelThatIsNoDigit() throws IOException {
        fourFiles();
        write("train-labels.idx1-ubyte", IdxBytes.labels(1, 2, 10));

        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> Mnist.in(folder).training())
                .withMessageContaining("label 10 at position 2 is out of range");
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = "NN_MNIST",
            matches = ".+",
            disabledReason = "NN_MNIST does not name a folder with MNIST")
    void readsTheRealOne() throws IOException {
        TrainTestSplit mnist = Mnist.in(Path.of(System.getenv("NN_MNIST"))).read();

        LabelledImages training = mnist.training();
        assertThat(training).hasToString("60000 images of 28 x 28 pixels in 10 classes");
        assertThat(mnist.test()).hasToString("10000 images of 28 x 28 pixels in 10 classes");
        assertThat(training.label(0)).isEqualTo(5);
        assertThat(training.label(1)).isZero();
        assertThat(mnist.test().label(0)).isEqualTo(7);
    }
}
