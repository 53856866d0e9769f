package io.nabla.benchmarks.cli;

import io.nabla.data.DataFormatException;
import io.nabla.data.ImageDataset;
import io.nabla.data.LabelledImages;
import io.nabla.data.TrainTestSplit;
import io.nabla.data.mnist.Mnist;
import io.nabla.data.synthetic.SyntheticDigits;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The images of a benchmark, 28 x 28 pixels each.
 *
 * @param name what they are, in few words
 * @param training to learn from: the first 50,000 of MNIST
 * @param test to measure the accuracy with
 */
public record Images(String name, ImageDataset training, ImageDataset test) {
    /** How many training images an epoch has in the protocol. */
    public static final int EPOCH = 50_000;

    private static final int TEST = 10_000;
    private static final int PIXELS = 784;
    private static final long DIGITS_SEED = 42;

    /**
     * Reads the four files in a folder.
     *
     * @throws WrongInput if one is missing or is not as it should be
     */
    static Images in(Path folder) {
        try {
            TrainTestSplit split = Mnist.in(folder).read();
            LabelledImages training = split.training();
            if (training.pixelsPerImage() != PIXELS) {
                throw new WrongInput("the images in " + folder + " have " + training.height() + " x " + training.width()
                        + " pixels, but the workloads take 28 x 28; name MNIST's folder");
            }
            return new Images(
                    "IDX files in " + folder,
                    new ImageDataset(training.slice(0, Math.min(EPOCH, training.size()))),
                    new ImageDataset(split.test()));
        } catch (DataFormatException | FileNotFoundException e) {
            throw new WrongInput(e.getMessage(), e);
        } catch (IOException e) {
            throw new WrongInput("the files in " + folder + " cannot be read: " + e, e);
        }
    }

    /** Draws synthetic digits, for those who have no files. */
    static Images synthetic() {
        TrainTestSplit split = new SyntheticDigits(DIGITS_SEED).split();
        return new Images("synthetic digits", new ImageDataset(split.training()), new ImageDataset(split.test()));
    }

    /** Whether there are as many images as the protocol asks for: only then do times and accuracies compare. */
    public boolean isFullSize() {
        return training.size() == EPOCH && test.size() == TEST;
    }

    /** The name and the sizes. */
    @Override
    public String toString() {
        return name + ": " + training.size() + " training, " + test.size() + " test images";
    }
}
