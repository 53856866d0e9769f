package io.nabla.examples.small;

import io.nabla.activations.Sigmoid;
import io.nabla.core.ConfusionMatrix;
import io.nabla.core.Network;
import io.nabla.core.Trainer;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import io.nabla.costs.CrossEntropyCost;
import io.nabla.data.ImageDataset;
import io.nabla.data.synthetic.SyntheticDigits;
import io.nabla.initializers.ScaledGaussian;
import io.nabla.layers.Dense;
import io.nabla.optimizers.Sgd;
import java.util.Locale;

/** Digits by a dense network, the book's: it sees 784 pixels, and not which of them are neighbours. */
public final class DenseDigits {
    private static final SyntheticDigits DIGITS = new SyntheticDigits(1);

    private DenseDigits() {}

    /** A network that has learned from 2,000 images. */
    static Network train() {
        Network network = Network.builder(784)
                .layer(new Dense(30, new Sigmoid()))
                .layer(new Dense(10, new Sigmoid()))
                .build(new ScaledGaussian(), new NumpyRandom(2));

        Trainer.builder(new CrossEntropyCost(), new Sgd(0.5))
                .epochs(10)
                .miniBatchSize(10)
                .shuffle(new PythonRandom(3))
                .build()
                .train(network, new ImageDataset(DIGITS.training(2000)));
        return network;
    }

    /** The share of 1,000 new images that the network reads right. */
    static double accuracy(Network network) {
        return ConfusionMatrix.of(network, new ImageDataset(DIGITS.test(1000))).accuracy();
    }

    /** Trains, and prints how well the network reads new images. */
    public static void main(String[] arguments) {
        System.out.printf(Locale.ROOT, "%.1f%% of new digits are read right%n", 100 * accuracy(train()));
    }
}
