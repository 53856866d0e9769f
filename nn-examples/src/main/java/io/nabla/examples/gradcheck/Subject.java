package io.nabla.examples.gradcheck;

import io.nabla.api.Cost;
import io.nabla.api.Dataset;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.Workspace;
import io.nabla.core.Network;
import io.nabla.core.random.NumpyRandom;
import io.nabla.data.ImageDataset;
import io.nabla.data.synthetic.SyntheticDigits;
import io.nabla.examples.cli.NetworkPlan;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What the check is done on: a network, and mini-batches for it.
 *
 * @param network dense layers, already drawn
 * @param cost the cost
 * @param data the examples, several mini-batches of them
 * @param dataName what they are, in words
 * @param m how many examples a mini-batch has
 */
record Subject(Network network, Cost cost, Dataset data, String dataName, int m) {
    private static final int DIGIT_PIXELS = 784;
    private static final int DIGITS = 10;
    private static final int EXAMPLES = 500;

    /**
     * A network with data that fits it: synthetic handwritten digits where they do, else random numbers.
     *
     * @param plan what the network is made of
     * @param kernels the arithmetic
     * @param m how many examples a mini-batch has
     * @param seed where all randomness comes from
     */
    static Subject of(NetworkPlan plan, Kernels kernels, int m, int seed) {
        NumpyRandom random = new NumpyRandom(seed);
        Network network = plan.build(plan.inputs().orElseThrow(), kernels, random);
        int inputs = network.inputs().size();
        int outputs = network.outputs().size();
        int examples = Math.max(m, EXAMPLES - EXAMPLES % m);
        return inputs == DIGIT_PIXELS && outputs == DIGITS
                ? new Subject(network, plan.cost(), digits(seed, examples), "synthetic digits", m)
                : new Subject(network, plan.cost(), random(random, examples, inputs, outputs), "random examples", m);
    }

    private static Dataset digits(int seed, int examples) {
        return new ImageDataset(new SyntheticDigits(seed).training(examples));
    }

    /** Inputs from 0 to 1; one output of each example is wanted to be 1 and the others 0, a single one to be either. */
    private static Dataset random(RandomGenerator random, int examples, int inputs, int outputs) {
        double[][] x = new double[examples][inputs];
        double[][] y = new double[examples][outputs];
        for (int example = 0; example < examples; example++) {
            for (int i = 0; i < inputs; i++) {
                x[example][i] = random.nextDouble();
            }
            if (outputs == 1) {
                y[example][0] = example % 2;
            } else {
                y[example][(int) (random.nextDouble() * outputs)] = 1;
            }
        }
        return Dataset.of(x, y);
    }

    /**
     * The cost of the first mini-batch.
     *
     * @throws IllegalArgumentException if it is NaN or infinite, or the cost does not take these outputs
     */
    double finiteCost() {
        MiniBatch first = miniBatch(0);
        double value = cost.value(network.feedforward(first.x()), first.y());
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the cost of the network is " + value
                    + ", so it has no gradient to check; try --initializer default or another --seed");
        }
        return value;
    }

    /** How many mini-batches there are. */
    int miniBatches() {
        return data.size() / m;
    }

    /** A mini-batch on the heap. */
    MiniBatch miniBatch(int number) {
        Kernels kernels = network.kernels();
        return filled(
                number,
                Matrix.zeros(kernels, network.inputs().size(), m),
                Matrix.zeros(kernels, network.outputs().size(), m));
    }

    /** A mini-batch in a workspace, as the trainer makes it. */
    MiniBatch miniBatch(int number, Workspace workspace) {
        Kernels kernels = network.kernels();
        return filled(
                number,
                workspace.matrix(kernels, network.inputs().size(), m),
                workspace.matrix(kernels, network.outputs().size(), m));
    }

    private MiniBatch filled(int number, Matrix x, Matrix y) {
        int[] order = IntStream.range(number * m, (number + 1) * m).toArray();
        data.copyExamples(order, 0, x, y);
        return new MiniBatch(x, y);
    }
}
