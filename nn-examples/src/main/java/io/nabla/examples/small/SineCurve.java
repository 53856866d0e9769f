package io.nabla.examples.small;

import io.nabla.activations.Identity;
import io.nabla.activations.Tanh;
import io.nabla.api.Dataset;
import io.nabla.api.Matrix;
import io.nabla.core.EarlyStopping;
import io.nabla.core.MeanAbsoluteError;
import io.nabla.core.Network;
import io.nabla.core.Split;
import io.nabla.core.Trainer;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import io.nabla.costs.QuadraticCost;
import io.nabla.initializers.XavierNormal;
import io.nabla.layers.Dense;
import io.nabla.optimizers.Adam;
import java.util.Locale;

/** Regression: a network learns sin x from noisy points, and stops when points that it has not seen come out no better. */
public final class SineCurve {
    private static final int POINTS = 400;
    private static final double NOISE = 0.05;

    private SineCurve() {}

    /** A network that has learned the curve between -π and π. */
    static Network train() {
        NumpyRandom random = new NumpyRandom(7);
        double[][] x = new double[POINTS][1];
        double[][] y = new double[POINTS][1];
        for (int i = 0; i < POINTS; i++) {
            x[i][0] = Math.PI * (2 * random.nextDouble() - 1);
            y[i][0] = StrictMath.sin(x[i][0]) + NOISE * random.nextGaussian();
        }
        Split split = Split.random(Dataset.of(x, y), 0.25, random);

        Network network = Network.builder(1)
                .layer(new Dense(20, new Tanh()))
                .layer(new Dense(1, new Identity()))
                .build(new XavierNormal(), new NumpyRandom(8));

        Trainer.builder(new QuadraticCost(), new Adam(0.01))
                .epochs(1000)
                .miniBatchSize(20)
                .shuffle(new PythonRandom(9))
                .metrics(new MeanAbsoluteError())
                .monitor("validation", split.validation())
                .earlyStopping(EarlyStopping.leastCost("validation", 50))
                .build()
                .train(network, split.training());
        return network;
    }

    /** The network's value at x. */
    static double value(Network network, double x) {
        return network.feedforward(Matrix.column(network.kernels(), x)).get(0);
    }

    /** Trains, and prints the curve beside the true one. */
    public static void main(String[] arguments) {
        Network network = train();
        System.out.println("    x   network     sin x");
        for (int i = -6; i <= 6; i++) {
            double x = i / 2.0;
            System.out.printf(Locale.ROOT, "%5.1f  %8.4f  %8.4f%n", x, value(network, x), StrictMath.sin(x));
        }
    }
}
