package io.nabla.benchmarks;

import io.nabla.data.IdxWriter;
import io.nabla.data.LabelledImages;
import io.nabla.data.synthetic.SyntheticDigits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders with four IDX files, as MNIST's. */
public final class DigitFiles {
    private DigitFiles() {}

    /** Writes so many synthetic digits. */
    public static Path write(Path folder, int training, int test) throws IOException {
        SyntheticDigits digits = new SyntheticDigits(7);
        return write(folder, digits.training(training), digits.test(test));
    }

    /** Writes one set as the training set, one as the test set. */
    public static Path write(Path folder, LabelledImages training, LabelledImages test) throws IOException {
        Files.createDirectories(folder);
        IdxWriter.write(training, folder.resolve("train-images-idx3-ubyte"), folder.resolve("train-labels-idx1-ubyte"));
        IdxWriter.write(test, folder.resolve("t10k-images-idx3-ubyte"), folder.resolve("t10k-labels-idx1-ubyte"));
        return folder;
    }
}
