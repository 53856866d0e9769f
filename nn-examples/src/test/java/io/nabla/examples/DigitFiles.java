package io.nabla.examples;

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

    /** Writes so many black images of 2 x 2 pixels, labelled 0 to 9 in turn. */
    public static Path writeBlank(Path folder, int training, int test) throws IOException {
        return write(folder, blank(training), blank(test));
    }

    private static LabelledImages blank(int count) {
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 10);
        }
        return LabelledImages.copyOf(new byte[count * 4], labels, 2, 2, 10);
    }

    private static Path write(Path folder, LabelledImages training, LabelledImages test) throws IOException {
        Files.createDirectories(folder);
        IdxWriter.write(training, folder.resolve("train-images-idx3-ubyte"), folder.resolve("train-labels-idx1-ubyte"));
        IdxWriter.write(test, folder.resolve("t10k-images-idx3-ubyte"), folder.resolve("t10k-labels-idx1-ubyte"));
        return folder;
    }
}
