package io.nabla.benchmarks.workloads;

import io.nabla.activations.Identity;
import io.nabla.activations.Relu;
import io.nabla.activations.Sigmoid;
import io.nabla.api.Kernels;
import io.nabla.api.Precision;
import io.nabla.core.Network;
import io.nabla.initializers.ScaledGaussian;
import java.util.List;

/**
 * A network whose predictions are timed; what it predicts does not matter, so it stays as it was drawn.
 *
 * @param precision how numbers are stored
 * @param perceptron the network
 */
public record Prediction(Precision precision, Perceptron perceptron) {
    private static final Perceptron SIGMOIDS = new Perceptron(List.of(30), new Sigmoid(), new Sigmoid());

    /** The outputs are z: a softmax would not change which of them is the greatest. */
    private static final Perceptron RELUS = new Perceptron(List.of(512, 512), new Relu(), new Identity());

    /** All of them. */
    public static final List<Prediction> ALL = List.of(
            new Prediction(Precision.DOUBLE, SIGMOIDS),
            new Prediction(Precision.FLOAT, SIGMOIDS),
            new Prediction(Precision.FLOAT, RELUS));

    /** The network. */
    public Network network(Kernels kernels, int seed) {
        return perceptron.build(kernels, new ScaledGaussian(), seed);
    }

    /** What a user is shown: {@code 784-30-10 sigmoid, double}. */
    public String description() {
        return perceptron + ", " + precision;
    }
}
