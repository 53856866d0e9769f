package io.nabla.data.mnist;

import io.nabla.data.DataFormatException;
import io.nabla.data.IdxReader;
import io.nabla.data.LabelledImages;
import io.nabla.data.TrainTestSplit;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * MNIST in a folder: the four files, found under their usual names.
 *
 * <p>The names are {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte} and
 * {@code t10k-labels-idx1-ubyte}, with or without {@code .gz}; a dot before {@code idx} is accepted too. Any set in the
 * same format under the same names is read as well, whatever its image size.
 *
 * <pre>{@code
 * Mnist mnist = Mnist.in(Path.of(System.getenv("NN_MNIST")));
 * LabelledImages training = mnist.training().slice(0, 50_000);
 * LabelledImages test = mnist.test();
 * }</pre>
 *
 * @param trainingImages the IDX file of the training images
 * @param trainingLabels the IDX file of their labels
 * @param testImages the IDX file of the test images
 * @param testLabels the IDX file of their labels
 */
public record Mnist(Path trainingImages, Path trainingLabels, Path testImages, Path testLabels) {
    private static final int CLASSES = 10;

    /**
     * Finds the four files in a folder; they are not read yet.
     *
     * @param folder where the files lie
     * @return the files
     * @throws FileNotFoundException if the folder or one of the files is not there; the message says what was looked for
     *     and what to do
     */
    public static Mnist in(Path folder) throws FileNotFoundException {
        return new Mnist(
                find(MnistFile.TRAINING_IMAGES, folder),
                find(MnistFile.TRAINING_LABELS, folder),
                find(MnistFile.TEST_IMAGES, folder),
                find(MnistFile.TEST_LABELS, folder));
    }

    /**
     * Tells whether all four files are in a folder, without reading them.
     *
     * @param folder where to look; it need not exist
     * @return true if {@link #in(Path)} would find all four
     */
    public static boolean isIn(Path folder) {
        return Arrays.stream(MnistFile.values())
                .allMatch(file -> locate(file.fileName(), folder).isPresent());
    }

    /**
     * Tells where downloaded files are kept: {@code nabla/mnist} in XDG_CACHE_HOME or in {@code ~/.cache}.
     *
     * @param env the environment variables
     * @return the folder, which need not exist
     */
    public static Path cache(Map<String, String> env) {
        String named = env.getOrDefault("XDG_CACHE_HOME", "");
        String home = env.getOrDefault("HOME", "");
        // A relative XDG_CACHE_HOME does not count: so says its specification.
        Path caches = !named.isEmpty() && Path.of(named).isAbsolute()
                ? Path.of(named)
                : Path.of(home.isEmpty() ? System.getProperty("user.home") : home, ".cache");
        return caches.resolve("nabla").resolve("mnist");
    }

    /**
     * Reads the training set.
     *
     * @return the training images in the order of the file: 60,000 for MNIST
     * @throws DataFormatException if a file is not what it should be
     * @throws IOException if a file cannot be read
     */
    public LabelledImages training() throws IOException {
        return new IdxReader().read(trainingImages, trainingLabels, CLASSES);
    }

    /**
     * Reads the test set.
     *
     * @return the test images in the order of the file: 10,000 for MNIST
     * @throws DataFormatException if a file is not what it should be
     * @throws IOException if a file cannot be read
     */
    public LabelledImages test() throws IOException {
        return new IdxReader().read(testImages, testLabels, CLASSES);
    }

    /**
     * Reads both sets and checks that they fit each other.
     *
     * @return the training set and the test set
     * @throws DataFormatException if a file is not what it should be, or the test images have another size than the
     *     training images
     * @throws IOException if a file cannot be read
     */
    public TrainTestSplit read() throws IOException {
        LabelledImages test = test();
        LabelledImages training = training();
        if (training.height() != test.height() || training.width() != test.width()) {
            throw new DataFormatException(
                    testImages,
                    "has " + test + ", but " + trainingImages + " has " + training
                            + ": training and test images must have the same size");
        }
        return new TrainTestSplit(training, test);
    }

    /** The file of this name in the folder, in one of its spellings. */
    static Optional<Path> locate(String name, Path folder) {
        return MnistFile.spellings(name).stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Path find(MnistFile file, Path folder) throws FileNotFoundException {
        Optional<Path> found = locate(file.fileName(), folder);
        if (found.isPresent()) {
            return found.get();
        }
        String wayOut = "put MNIST's four files there (" + allNames() + "; .gz or not) or run 'nn download mnist'";
        if (!Files.isDirectory(folder)) {
            throw new FileNotFoundException(folder + ": no such folder; make it and " + wayOut);
        }
        throw new FileNotFoundException(folder + ": no file " + file.fileName() + " (looked for "
                + String.join(", ", file.spellings()) + "); " + wayOut);
    }

    /** The four official names, as a reader would list them. */
    static String allNames() {
        return Arrays.stream(MnistFile.values()).map(file -> file.fileName()).collect(Collectors.joining(", "));
    }
}
