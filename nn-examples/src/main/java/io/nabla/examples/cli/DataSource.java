package io.nabla.examples.cli;

import io.nabla.core.random.NumpyRandom;
import io.nabla.data.DataFormatException;
import io.nabla.data.ImageDataset;
import io.nabla.data.LabelledImages;
import io.nabla.data.TrainTestSplit;
import io.nabla.data.mnist.Mnist;
import io.nabla.data.synthetic.SyntheticDigits;
import io.nabla.examples.config.ImageConfig;
import io.nabla.io.json.Place;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where images come from.
 *
 * @param origin who named it: {@code --data}, {@code NN_MNIST}, {@code cache}, {@code embedded}, or the key in a file, {@code
 *     data.mnist} or {@code data.images}
 * @param folder the folder with the files; empty for the embedded digits
 */
public record DataSource(String origin, Optional<Path> folder) {
    private static final String PNG_ORIGIN = "data.images";
    private static final String EMBEDDED = "embedded";
    private static final String VARIABLE = "NN_MNIST";
    private static final Place TRAIN_SIZE = Place.named("--train-size");
    private static final List<String> DIGITS =
            IntStream.range(0, 10).mapToObj(String::valueOf).toList();
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
                : new DataSource(EMBEDDED, Optional.empty());
    }

    private static Optional<Path> checked(Path folder, String prefix) {
        try {
            Mnist.in(folder);
            return Optional.of(folder);
        } catch (FileNotFoundException e) {
            throw new UserError(prefix + e.getMessage(), e);
        }
    }

    /**
     * What a run asks for.
     *
     * @throws UserError if it is not there
     */
    public static DataSource of(ImageConfig config, Map<String, String> env) {
        return switch (config.source()) {
            case ANY -> find(Optional.empty(), env);
            case SYNTHETIC -> new DataSource(EMBEDDED, Optional.empty());
            case PNG -> new DataSource(PNG_ORIGIN, config.folder());
            case MNIST -> config.folder().isPresent() ? named(config) : mnist(config, env);
        };
    }

    private static DataSource named(ImageConfig config) {
        Path folder = config.folder().orElseThrow();
        Place place = config.place();
        return place.where().isEmpty()
                ? new DataSource("--data", checked(folder, ""))
                : new DataSource("data.mnist", checked(folder, place.say("data.mnist: ")));
    }

    private static DataSource mnist(ImageConfig config, Map<String, String> env) {
        DataSource found = find(Optional.empty(), env);
        if (found.isEmbedded()) {
            throw new UserError(config.place()
                    .say(
                            "data.mnist asks for MNIST, which is not here; run 'nn download mnist', or name a folder with its"
                                    + " four files by data.mnist, --data or NN_MNIST"));
        }
        return found;
    }

    /** Which files are in the folder. */
    String files() {
        return origin.equals(PNG_ORIGIN) ? "PNG images" : "IDX files";
    }

    /** Whether these are the synthetic digits, which are not the book's data. */
    public boolean isEmbedded() {
        return folder.isEmpty();
    }

    /**
     * The images of a run: as many for training as it asks for, and a share of them kept back if it asks for that.
     *
     * @param seed of the draw of those that are kept back
     * @throws UserError if there are too few, or a file is not as it should be
     */
    public static ImageData load(ImageConfig config, Map<String, String> env, int seed) {
        DataSource source = of(config, env);
        ImageData loaded = config.pngs().isPresent() ? PngImages.load(source, config, seed) : source.load(config);
        return config.validationShare()
                .map(share -> UserError.unlessRefused(() -> loaded.keepingBack(share, new NumpyRandom(seed))))
                .orElse(loaded);
    }

    private ImageData load(ImageConfig config) {
        return config.trainSize()
                .map(size -> load(size.asInteger("at least 1", n -> n >= 1), true, size.place()))
                .orElseGet(this::load);
    }

    /** All images. Of 60,000 for training the last 10,000 are for validation, as in the book. */
    public ImageData load() {
        return load(Integer.MAX_VALUE, false, TRAIN_SIZE);
    }

    /**
     * All images, but only the first for training.
     *
     * @param trainingSize how many of the training images, at least 1
     * @throws UserError if there are fewer, or a file is not as it should be
     */
    public ImageData load(int trainingSize) {
        return load(trainingSize, true, TRAIN_SIZE);
    }

    private ImageData load(int trainingSize, boolean exactly, Place place) {
        ImageData data = folder.isPresent() ? read(folder.get()) : draw(trainingSize);
        int there = folder.isPresent() ? data.training().size() : SyntheticDigits.DEFAULT_TRAINING_SIZE;
        if (exactly && trainingSize > there) {
            throw new UserError(place.say(place.name() + " " + trainingSize + " is more than the " + there
                    + " training images of " + data.name()));
        }
        return data.withTraining(Math.min(trainingSize, there));
    }

    /** As many digits as are needed: a smaller set is the beginning of a larger one. */
    private ImageData draw(int trainingSize) {
        SyntheticDigits digits = new SyntheticDigits(DIGITS_SEED);
        return new ImageData(
                this,
                DIGITS,
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
                    DIGITS,
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
