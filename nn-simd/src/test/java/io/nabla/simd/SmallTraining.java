package io.nabla.simd;

import io.nabla.activations.Relu;
import io.nabla.activations.Sigmoid;
import io.nabla.activations.Softmax;
import io.nabla.api.Activation;
import io.nabla.api.Dataset;
import io.nabla.api.Kernels;
import io.nabla.api.Precision;
import io.nabla.core.Fingerprint;
import io.nabla.core.Network;
import io.nabla.core.Trainer;
import io.nabla.core.TrainerBuilder;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import io.nabla.core.random.PythonRandom;
import io.nabla.costs.LogLikelihoodCost;
import io.nabla.costs.QuadraticCost;
import io.nabla.initializers.ScaledGaussian;
import io.nabla.layers.Dense;
import io.nabla.optimizers.Adam;
import io.nabla.optimizers.Sgd;

/** Seeded networks and data, small enough to train in a test; also a program that trains the smallest and prints its hash. */
enum SmallTraining {
    /** The smallest, for JVMs that only interpret. */
    TINY(new int[] {40, 12, 10}, 60, 10),
    /** Digits by the book: sigmoids, quadratic cost, plain gradient descent. */
    DIGITS(new int[] {784, 30, 10}, 200, 10),
    /** Rectifiers and softmax with Adam, low enough for strips. */
    RECTIFIERS(new int[] {64, 96, 96, 10}, 400, 48),
    /** The same, high enough for tiles; products of both are split among threads. */
    WIDE(new int[] {100, 160, 160, 10}, 400, 48);

    private final int[] sizes;
    private final int examples;
    private final int miniBatchSize;

    SmallTraining(int[] sizes, int examples, int miniBatchSize) {
        this.sizes = sizes;
        this.examples = examples;
        this.miniBatchSize = miniBatchSize;
    }

    private boolean byTheBook() {
        return this == TINY || this == DIGITS;
    }

    /** Trains for two epochs; the hash of all weights and biases after it. */
    String hash(Kernels kernels) {
        Activation hidden = byTheBook() ? new Sigmoid() : new Relu();
        Network.Builder builder = Network.builder(sizes[0]).kernels(kernels);
        for (int i = 1; i < sizes.length - 1; i++) {
            builder.layer(new Dense(sizes[i], hidden));
        }
        Network network = builder.layer(new Dense(10, byTheBook() ? new Sigmoid() : new Softmax()))
                .build(new ScaledGaussian(), new NumpyRandom(11));
        TrainerBuilder trainer = byTheBook()
                ? Trainer.builder(new QuadraticCost(), new Sgd(3))
                : Trainer.builder(new LogLikelihoodCost(), new Adam(0.001));
        trainer.epochs(2)
                .miniBatchSize(miniBatchSize)
                .shuffle(new PythonRandom(12))
                .build()
                .train(network, data());
        return Fingerprint.sha256(network);
    }

    /** Mostly zeros, as images of digits are. */
    private Dataset data() {
        NumpyRandom random = new NumpyRandom(13);
        double[][] inputs = new double[examples][sizes[0]];
        double[][] targets = new double[examples][10];
        for (int i = 0; i < examples; i++) {
            for (int j = 0; j < sizes[0]; j++) {
                double draw = random.nextDouble();
                inputs[i][j] = draw < 0.8 ? 0 : (draw - 0.8) * 5;
            }
            targets[i][i % 10] = 1;
        }
        return Dataset.of(inputs, targets);
    }

    /** Prints the hashes of the smallest in double and in float, by the plain kernels and by those on vector units. */
    public static void main(String[] arguments) {
        for (Precision precision : Precision.values()) {
            Kernels plain = PlainKernels.of(precision);
            Kernels simd = new SimdKernelsProvider().kernels(precision).orElseThrow();
            System.out.println(plain.name() + " " + precision + " " + TINY.hash(plain));
            System.out.println(simd.name() + " " + precision + " " + TINY.hash(simd));
        }
    }
}
