package io.nabla.examples.book;

import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.data.LabelledImages;
import io.nabla.data.TrainTestSplit;
import io.nabla.data.mnist.Mnist;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** Plays scenarios and keeps what was read off. */
final class Played implements Replay.Listener {
    private final List<Reading> readings = new ArrayList<>();
    private final List<String> runs = new ArrayList<>();

    /** A replay of this many epochs a run that tells this listener. */
    Replay epochs(int epochs) {
        return replay(OptionalInt.of(epochs), () -> false);
    }

    /** A replay of the book's own number of epochs. */
    Replay full() {
        return replay(OptionalInt.empty(), () -> false);
    }

    Replay replay(OptionalInt epochs, BooleanSupplier stop) {
        return new Replay(PlainKernels.of(Precision.DOUBLE), epochs, stop, this);
    }

    @Override
    public void runStarted(String run, int epochs) {
        runs.add(run + " " + epochs);
    }

    @Override
    public void read(Reading reading) {
        readings.add(reading);
    }

    List<Reading> readings() {
        return readings;
    }

    /** The runs that began, each with its number of epochs. */
    List<String> runs() {
        return runs;
    }

    /** The values of one measure, in their order. */
    List<Double> values(Measure measure) {
        return readings.stream().map(reading -> reading.values().get(measure)).toList();
    }

    /** MNIST from the folder that NN_MNIST names. */
    static BookData mnist() throws IOException {
        TrainTestSplit split = Mnist.in(Path.of(System.getenv("NN_MNIST"))).read();
        LabelledImages all = split.training();
        return new BookData(all.slice(0, 50_000), all.slice(50_000, 60_000), split.test());
    }
}
