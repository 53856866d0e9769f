package io.nabla.examples.cli;

import io.nabla.data.DataFormatException;
import io.nabla.data.ImageDataset;
import io.nabla.data.LabelledImages;
import io.nabla.data.TrainTestSplit;
import io.nabla.data.mnist.Mnist;
import io.nabla.data.synthetic.SyntheticDigits;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where images come from.
 *
 * @param origin who named it: {@code --data}, {@code NN_MNIST}, {@code cache} or {@code embedded}
 * @param folder the folder with the four files; empty for the embedded digits
 */
public record DataSource(String origin, Optional<Path> folder) {
    private static final String VARIABLE = "NN_MNIST";
    private static final long DIGITS_SEED = 42;
    private static final int MNIST_SIZE = 60_000;
    private static final int MNIST_TRAINING_SIZE = 50_000;

    /**
     * The folder given, else that of NN_MNIST, else the cache if it is filled, else the embedded digits.
     *
     * @throws UserError if the folder given or that of NN_MNIST has not the files
     */
    public static DataSource find(Optional<Path> given, Map<String, String> env) {
        if (given.isPresent()) {
            return new DataSource("--data", checked(given.get(), ""));
        }
        String variable = env.getOrDefault(VARIABLE, "");
        if (!variable.isEmpty()) {
            return new DataSource(VARIABLE, checked(Path.of(variable), VARIABLE + " names a folder without MNIST: "));
        }
        Path cache = Mnist.cache(env);
        return Mnist.isIn(cache)
                ? new DataSource("cache", Optional.of(cache))
                : new DataSource("embedded", Optional.empty());
    }

    private static Optional<Path> checked(Path folder, String prefix) {
        try {
            Mnist.in(folder);
            return Optional.of(folder);
        } catch (FileNotFoundException e) {
            throw new UserError(prefix + e.getMessage(), e);
        }
    }

    /** Whether these are the synthetic digits, which are not the book's data. */
    public boolean isEmbedded() {
        return folder.isEmpty();
    }

    /** All images. Of 60,000 for training the last 10,000 are for validation, as in the book. */
    public ImageData load() {
        return load(Integer.MAX_VALUE, false);
    }

    /**
     * All images, but only the first for training.
     *
     * @param trainingSize how many of the training images
     * @throws UserError if there are fewer, or a file is not as it should be
     */
    public ImageData load(int trainingSize) {
        return load(trainingSize, true);
    }

    private ImageData load(int trainingSize, boolean exactly) {
        if (trainingSize < 1) {
            throw new UserError("--train-size is at least 1, but got " + trainingSize);
        }
        ImageData data = folder.isPresent() ? read(folder.get()) : draw(trainingSize);
        int there = folder.isPresent() ? data.training().size() : SyntheticDigits.DEFAULT_TRAINING_SIZE;
        if (exactly && trainingSize > there) {
            throw new UserError("--train-size " + trainingSize + " is more than the " + there + " training images of "
                    + data.name());
        }
        return data.withTraining(Math.min(trainingSize, there));
    }

    /** As many digits as are needed: a smaller set is the beginning of a larger one. */
    private ImageData draw(int trainingSize) {
        SyntheticDigits digits = new SyntheticDigits(DIGITS_SEED);
        return new ImageData(
                this,
                new ImageDataset(digits.training(Math.min(trainingSize, SyntheticDigits.DEFAULT_TRAINING_SIZE))),
                Optional.empty(),
                new ImageDataset(digits.test(SyntheticDigits.DEFAULT_TEST_SIZE)));
    }

    private ImageData read(Path place) {
        try {
            TrainTestSplit split = Mnist.in(place).read();
            LabelledImages all = split.training();
            boolean splits = all.size() == MNIST_SIZE;
            return new ImageData(
                    this,
                    new ImageDataset(splits ? all.slice(0, MNIST_TRAINING_SIZE) : all),
                    splits
                            ? Optional.of(new ImageDataset(all.slice(MNIST_TRAINING_SIZE, MNIST_SIZE)))
                            : Optional.empty(),
                    new ImageDataset(split.test()));
        } catch (DataFormatException | FileNotFoundException e) {
            throw new UserError(e.getMessage(), e);
        } catch (IOException e) {
            throw new UserError("the files in " + place + " cannot be read: " + e, e);
        }
    }
}
