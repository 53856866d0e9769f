package io.nabla.benchmarks.workloads;

import io.nabla.activations.Relu;
import io.nabla.activations.Sigmoid;
import io.nabla.activations.Softmax;
import io.nabla.api.Cost;
import io.nabla.api.Initializer;
import io.nabla.api.Kernels;
import io.nabla.api.Optimizer;
import io.nabla.api.Precision;
import io.nabla.core.Network;
import io.nabla.core.Trainer;
import io.nabla.core.TrainerBuilder;
import io.nabla.core.random.PythonRandom;
import io.nabla.costs.CrossEntropyCost;
import io.nabla.costs.LogLikelihoodCost;
import io.nabla.costs.QuadraticCost;
import io.nabla.initializers.HeGaussian;
import io.nabla.initializers.LargeGaussian;
import io.nabla.initializers.ScaledGaussian;
import io.nabla.optimizers.Adam;
import io.nabla.optimizers.Sgd;
import java.util.List;

/**
 * A training that is measured, with every setting that its speed and its accuracy depend on.
 *
 * @param name what a user asks for: {@code W1}, {@code W1f32}
 * @param precision how numbers are stored
 * @param form the network
 * @param initializer how it starts
 * @param cost C
 * @param optimizer how it moves
 * @param miniBatchSize m
 * @param epochs how many epochs tell a time: the first only warms up
 */
public record Workload(
        String name,
        Precision precision,
        Form form,
        Initializer initializer,
        Cost cost,
        Optimizer optimizer,
        int miniBatchSize,
        int epochs) {
    /** The book's first network, in double. */
    public static final Workload W1 = new Workload(
            "W1",
            Precision.DOUBLE,
            new Perceptron(List.of(30), new Sigmoid(), new Sigmoid()),
            new LargeGaussian(),
            new QuadraticCost(),
            new Sgd(3.0),
            10,
            4);

    /** The book's network of chapter 3, in double. */
    public static final Workload W2 = new Workload(
            "W2",
            Precision.DOUBLE,
            new Perceptron(List.of(100), new Sigmoid(), new Sigmoid()),
            new ScaledGaussian(),
            new CrossEntropyCost(),
            new Sgd(0.5),
            10,
            4);

    /** Two layers of 512 rectified linear units and Adam, in float. */
    public static final Workload W3 = relus("W3", 512, 128, 4);

    /** Two layers of 2048, so that nearly all the time goes into products. */
    public static final Workload W4 = relus("W4", 2048, 256, 3);

    /** The convolutional network of the book's chapter 6, with Adam, in float. */
    public static final Workload W5 = new Workload(
            "W5",
            Precision.FLOAT,
            new TwoConvolutions(),
            new HeGaussian(),
            new LogLikelihoodCost(),
            new Adam(1e-3),
            64,
            3);

    private static final String IN_FLOAT = "f32";

    /** All of them. */
    public static final List<Workload> ALL = List.of(W1, W1.inFloat(), W2, W2.inFloat(), W3, W4, W5);

    private static Workload relus(String name, int units, int miniBatchSize, int epochs) {
        return new Workload(
                name,
                Precision.FLOAT,
                new Perceptron(List.of(units, units), new Relu(), new Softmax()),
                new HeGaussian(),
                new LogLikelihoodCost(),
                new Adam(1e-3),
                miniBatchSize,
                epochs);
    }

    /** The same with floats. */
    public Workload inFloat() {
        return new Workload(
                name + IN_FLOAT, Precision.FLOAT, form, initializer, cost, optimizer, miniBatchSize, epochs);
    }

    /** The name in a table of results, the same in every precision. */
    public String label() {
        return name.replace(IN_FLOAT, "");
    }

    /** The network at its start. */
    public Network network(Kernels kernels, int seed) {
        return form.build(kernels, initializer, seed);
    }

    /** The settings of a trainer, without the number of epochs. */
    public TrainerBuilder trainer(int seed) {
        return Trainer.builder(cost, optimizer).miniBatchSize(miniBatchSize).shuffle(new PythonRandom(seed));
    }

    /** What a user is shown: {@code 784-30-10 sigmoid, double, mini-batch 10}. */
    public String description() {
        return form + ", " + precision + ", mini-batch " + miniBatchSize;
    }
}
