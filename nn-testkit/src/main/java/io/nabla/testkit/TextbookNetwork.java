package io.nabla.testkit;

import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Sequence;
import java.util.Arrays;

/**
 * The network of the book's first chapter in plain loops over arrays: sigmoid layers, quadratic cost, one example at a
 * time, stochastic gradient descent. It is slow and has no options; gradients and training are held against it.
 *
 * <pre>{@code
 * TextbookNetwork network = new TextbookNetwork(
 *         new double[][] {{0.1, -0.2}, {0.3}},                        // biases[layer][neuron]
 *         new double[][][] {{{1, 2}, {3, 4}}, {{-1, 0.5}}});          // weights[layer][neuron][input]
 * network.sgd(inputs, targets, new int[] {0, 1, 2, 3, 4}, 2, 3.0);   // mini-batches of 2, 2 and 1 examples
 * double[] a = network.feedforward(new double[] {0.5, 1});
 * }</pre>
 *
 * <p>It follows Michael Nielsen's {@code network.py} ("Neural Networks and Deep Learning", chapters 1 and 2) step by step, and uses
 * nothing of Nabla but for copying a network's numbers. It is for one thread at a time.
 */
public final class TextbookNetwork {
    private final double[][] biases;
    private final double[][][] weights;

    /**
     * A network with these numbers, copied.
     *
     * @param biases {@code biases[l][j]}, of neuron j in layer l; the first hidden layer is 0
     * @param weights {@code weights[l][j][k]}, from neuron k of the layer before
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public TextbookNetwork(double[][] biases, double[][][] weights) {
        this.biases = new double[biases.length][];
        this.weights = new double[biases.length][][];
        if (biases.length == 0 || biases.length != weights.length) {
            throw new IllegalArgumentException("a network has biases and weights for each layer, at least one, but got "
                    + biases.length + " and " + weights.length);
        }
        for (int l = 0; l < biases.length; l++) {
            if (biases[l].length == 0 || biases[l].length != weights[l].length) {
                throw new IllegalArgumentException("layer " + (l + 1) + " has " + biases[l].length + " biases but "
                        + weights[l].length + " rows of weights");
            }
            this.biases[l] = biases[l].clone();
            this.weights[l] = new double[weights[l].length][];
            for (int j = 0; j < weights[l].length; j++) {
                int inputs = l == 0 ? weights[0][0].length : biases[l - 1].length;
                if (weights[l][j].length != inputs) {
                    throw new IllegalArgumentException("layer " + (l + 1) + " takes " + inputs + " inputs but neuron "
                            + (j + 1) + " of it has " + weights[l][j].length + " weights");
                }
                this.weights[l][j] = weights[l][j].clone();
            }
        }
    }

    /**
     * A network with the numbers of dense layers: of each, the parameter with the role of weights and that of biases.
     *
     * @throws IllegalArgumentException if a layer has other parameters
     */
    public static TextbookNetwork copyOf(Sequence<Layer> layers) {
        double[][] biases = new double[layers.size()][];
        double[][][] weights = new double[layers.size()][][];
        for (int l = 0; l < layers.size(); l++) {
            Matrix w = only(layers.get(l), Parameter.Role.WEIGHTS);
            Matrix b = only(layers.get(l), Parameter.Role.BIASES);
            biases[l] = new double[b.rows()];
            weights[l] = new double[w.rows()][w.columns()];
            for (int j = 0; j < b.rows(); j++) {
                biases[l][j] = b.get(j);
            }
            for (int j = 0; j < w.rows(); j++) {
                for (int k = 0; k < w.columns(); k++) {
                    weights[l][j][k] = w.get(j, k);
                }
            }
        }
        return new TextbookNetwork(biases, weights);
    }

    private static Matrix only(Layer layer, Parameter.Role role) {
        Matrix found = null;
        for (Parameter parameter : layer.parameters()) {
            if (parameter.role() == role && found == null) {
                found = parameter.value();
            } else if (parameter.role() == role) {
                throw new IllegalArgumentException("a textbook layer has one matrix of " + role + ", but this "
                        + layer.kind() + " layer has more");
            }
        }
        if (found == null) {
            throw new IllegalArgumentException(
                    "a textbook layer has one matrix of " + role + ", but this " + layer.kind() + " layer has none");
        }
        return found;
    }

    /** The output for an input. */
    public double[] feedforward(double[] x) {
        double[] a = x;
        for (int l = 0; l < biases.length; l++) {
            a = sigmoid(weightedInput(l, a));
        }
        return a;
    }

    /** The quadratic cost of one example, ½ Σ (a - y)². */
    public double cost(double[] x, double[] y) {
        double[] a = feedforward(x);
        double cost = 0;
        for (int j = 0; j < a.length; j++) {
            cost += 0.5 * (a[j] - y[j]) * (a[j] - y[j]);
        }
        return cost;
    }

    /** The gradient of one example's cost, by backpropagation. */
    public Gradient backprop(double[] x, double[] y) {
        int layers = biases.length;
        Gradient nabla = new Gradient(biases, weights);

        double[][] zs = new double[layers][];
        double[][] activations = new double[layers + 1][];
        activations[0] = x;
        for (int l = 0; l < layers; l++) {
            zs[l] = weightedInput(l, activations[l]);
            activations[l + 1] = sigmoid(zs[l]);
        }

        double[] delta = new double[y.length];
        for (int j = 0; j < y.length; j++) {
            delta[j] = (activations[layers][j] - y[j]) * sigmoidPrime(zs[layers - 1][j]);
        }
        nabla.set(layers - 1, delta, activations[layers - 1]);

        for (int l = layers - 2; l >= 0; l--) {
            double[] before = new double[biases[l].length];
            for (int k = 0; k < before.length; k++) {
                double sum = 0;
                for (int j = 0; j < delta.length; j++) {
                    sum += weights[l + 1][j][k] * delta[j];
                }
                before[k] = sum * sigmoidPrime(zs[l][k]);
            }
            delta = before;
            nabla.set(l, delta, activations[l]);
        }
        return nabla;
    }

    /**
     * Moves every weight and bias by one step of gradient descent, by the mean gradient of these examples.
     *
     * @param xs one input a row
     * @param ys one wanted output a row
     * @param eta the learning rate η
     */
    public void updateMiniBatch(double[][] xs, double[][] ys, double eta) {
        Gradient sum = new Gradient(biases, weights);
        for (int i = 0; i < xs.length; i++) {
            sum.add(backprop(xs[i], ys[i]));
        }
        double step = eta / xs.length;
        for (int l = 0; l < biases.length; l++) {
            for (int j = 0; j < biases[l].length; j++) {
                biases[l][j] -= step * sum.nablaB[l][j];
                for (int k = 0; k < weights[l][j].length; k++) {
                    weights[l][j][k] -= step * sum.nablaW[l][j][k];
                }
            }
        }
    }

    /**
     * Trains one epoch: mini-batch after mini-batch in the order given, the last one with what is left over.
     *
     * @param xs one input a row
     * @param ys one wanted output a row
     * @param order which example comes when
     * @param miniBatchSize the examples in a mini-batch
     * @param eta the learning rate η
     */
    public void sgd(double[][] xs, double[][] ys, int[] order, int miniBatchSize, double eta) {
        for (int from = 0; from < order.length; from += miniBatchSize) {
            int[] chosen = Arrays.copyOfRange(order, from, Math.min(from + miniBatchSize, order.length));
            double[][] x = new double[chosen.length][];
            double[][] y = new double[chosen.length][];
            for (int i = 0; i < chosen.length; i++) {
                x[i] = xs[chosen[i]];
                y[i] = ys[chosen[i]];
            }
            updateMiniBatch(x, y, eta);
        }
    }

    /** How many layers of neurons with weights there are: the input is none. */
    public int layers() {
        return biases.length;
    }

    /** A copy of the biases, {@code [layer][neuron]}. */
    public double[][] biases() {
        return copy(biases);
    }

    /** A copy of the weights, {@code [layer][neuron][input]}. */
    public double[][][] weights() {
        double[][][] copy = new double[weights.length][][];
        for (int l = 0; l < weights.length; l++) {
            copy[l] = copy(weights[l]);
        }
        return copy;
    }

    private static double[][] copy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    private double[] weightedInput(int l, double[] a) {
        double[] z = new double[biases[l].length];
        for (int j = 0; j < z.length; j++) {
            z[j] = biases[l][j];
            for (int k = 0; k < a.length; k++) {
                z[j] += weights[l][j][k] * a[k];
            }
        }
        return z;
    }

    private static double[] sigmoid(double[] z) {
        double[] a = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            a[j] = sigmoid(z[j]);
        }
        return a;
    }

    private static double sigmoid(double z) {
        return 1.0 / (1.0 + StrictMath.exp(-z));
    }

    private static double sigmoidPrime(double z) {
        return sigmoid(z) * (1 - sigmoid(z));
    }

    /** The derivatives of the cost by every bias and every weight. */
    public static final class Gradient {
        private final double[][] nablaB;
        private final double[][][] nablaW;

        private Gradient(double[][] biases, double[][][] weights) {
            nablaB = new double[biases.length][];
            nablaW = new double[weights.length][][];
            for (int l = 0; l < biases.length; l++) {
                nablaB[l] = new double[biases[l].length];
                nablaW[l] = new double[weights[l].length][weights[l][0].length];
            }
        }

        private void set(int l, double[] delta, double[] a) {
            for (int j = 0; j < delta.length; j++) {
                nablaB[l][j] = delta[j];
                for (int k = 0; k < a.length; k++) {
                    nablaW[l][j][k] = delta[j] * a[k];
                }
            }
        }

        private void add(Gradient other) {
            for (int l = 0; l < nablaB.length; l++) {
                for (int j = 0; j < nablaB[l].length; j++) {
                    nablaB[l][j] += other.nablaB[l][j];
                    for (int k = 0; k < nablaW[l][j].length; k++) {
                        nablaW[l][j][k] += other.nablaW[l][j][k];
                    }
                }
            }
        }

        /** ∂C/∂b of neuron j in layer l, the first hidden layer being 0. */
        public double bias(int l, int j) {
            return nablaB[l][j];
        }

        /** ∂C/∂w of neuron j in layer l, from neuron k of the layer before. */
        public double weight(int l, int j, int k) {
            return nablaW[l][j][k];
        }
    }
}
