package io.nabla.data.mnist;

import java.util.ArrayList;
import java.util.List;

/** The four files that MNIST consists of. */
enum MnistFile {
    TRAINING_IMAGES(
            "train-images-idx3-ubyte", 47_040_016, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
    TRAINING_LABELS(
            "train-labels-idx1-ubyte", 60_008, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
    TEST_IMAGES(
            "t10k-images-idx3-ubyte", 7_840_016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
    TEST_LABELS("t10k-labels-idx1-ubyte", 10_008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    private final String fileName;
    private final long size;
    private final String sha256;

    MnistFile(String fileName, long size, String sha256) {
        this.fileName = fileName;
        this.size = size;
        this.sha256 = sha256;
    }

    /** The name without {@code .gz}. */
    String fileName() {
        return fileName;
    }

    /** The official file: its name without {@code .gz}, and size and checksum of the decompressed bytes. */
    RemoteFile official() {
        return new RemoteFile(fileName, size, sha256);
    }

    /** The names under which the file is looked for, the first one wins. */
    List<String> spellings() {
        return spellings(fileName);
    }

    /** An IDX file may be compressed or not, and some sites write a dot instead of the hyphen before {@code idx}. */
    static List<String> spellings(String name) {
        List<String> spellings = new ArrayList<>();
        for (String spelling : List.of(name, name.replace("-idx", ".idx"))) {
            spellings.add(spelling);
            spellings.add(spelling + ".gz");
        }
        return spellings;
    }
}
