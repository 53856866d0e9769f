package io.nabla.examples.small;

import io.nabla.activations.Sigmoid;
import io.nabla.activations.Tanh;
import io.nabla.api.Dataset;
import io.nabla.api.Matrix;
import io.nabla.core.Network;
import io.nabla.core.Trainer;
import io.nabla.core.random.NumpyRandom;
import io.nabla.costs.CrossEntropyCost;
import io.nabla.initializers.ScaledGaussian;
import io.nabla.layers.Dense;
import io.nabla.optimizers.Sgd;
import java.util.Locale;

/** The smallest thing that one layer cannot learn and two can: exclusive or. */
public final class Xor {
    private Xor() {}

    /** A network that has learned it. */
    static Network train() {
        Dataset xor = Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[][] {{0}, {1}, {1}, {0}});

        Network network = Network.builder(2)
                .layer(new Dense(4, new Tanh()))
                .layer(new Dense(1, new Sigmoid()))
                .build(new ScaledGaussian(), new NumpyRandom(1));

        Trainer.builder(new CrossEntropyCost(), new Sgd(1.0))
                .epochs(500)
                .miniBatchSize(4)
                .build()
                .train(network, xor);
        return network;
    }

    /** The network's answer for one pair. */
    static double answer(Network network, double x1, double x2) {
        return network.feedforward(Matrix.column(network.kernels(), x1, x2)).get(0);
    }

    /** Trains, and prints the four answers. */
    public static void main(String[] arguments) {
        Network network = train();
        for (double[] pair : new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}) {
            System.out.printf(
                    Locale.ROOT, "%.0f xor %.0f = %.3f%n", pair[0], pair[1], answer(network, pair[0], pair[1]));
        }
    }
}
