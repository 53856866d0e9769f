package io.nabla.examples.small;

import io.nabla.activations.Relu;
import io.nabla.activations.Softmax;
import io.nabla.api.Precision;
import io.nabla.core.ConfusionMatrix;
import io.nabla.core.Network;
import io.nabla.core.Trainer;
import io.nabla.core.kernels.AvailableKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import io.nabla.costs.LogLikelihoodCost;
import io.nabla.data.ImageDataset;
import io.nabla.data.synthetic.SyntheticDigits;
import io.nabla.initializers.HeGaussian;
import io.nabla.layers.Convolution2d;
import io.nabla.layers.Dense;
import io.nabla.layers.MaxPool2d;
import io.nabla.optimizers.Adam;
import java.util.Locale;

/** Digits by a convolutional network, in floats: filters that see 5×5 pixels look everywhere for the same thing. */
public final class ConvolutionalDigits {
    private static final SyntheticDigits DIGITS = new SyntheticDigits(1);

    private ConvolutionalDigits() {}

    /** A network that has learned from 2,000 images. */
    static Network train() {
        Network network = Network.builder(1, 28, 28)
                .kernels(new AvailableKernels().best(Precision.FLOAT))
                .layer(new Convolution2d(8, 5, new Relu())) // 8×24×24
                .layer(new MaxPool2d(2)) // 8×12×12
                .layer(new Dense(10, new Softmax()))
                .build(new HeGaussian(), new NumpyRandom(2));

        Trainer.builder(new LogLikelihoodCost(), new Adam(0.003))
                .epochs(4)
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

    /** Trains, and prints the network and how well it reads new images. */
    public static void main(String[] arguments) {
        Network network = train();
        System.out.println(network);
        System.out.printf(Locale.ROOT, "%.1f%% of new digits are read right%n", 100 * accuracy(network));
    }
}
