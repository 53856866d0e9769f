package io.nabla.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.Layer;
import io.nabla.api.Precision;
import io.nabla.api.Sequence;
import org.junit.jupiter.api.Test;

class TextbookNetworkTest {
    private static final double[][] ONE = {{1}};
    private static final double[][] ZERO = {{0}};

    /** The neuron of the book's chapter 3: input 1, wanted output 0, learning rate 0.15, 300 epochs. */
    private static TextbookNetwork neuron(double weight, double bias) {
        return new TextbookNetwork(new double[][] {{bias}}, new double[][][] {{{weight}}});
    }

    private static double afterTraining(TextbookNetwork neuron) {
        for (int epoch = 0; epoch < 300; epoch++) {
            neuron.sgd(ONE, ZERO, new int[] {0}, 1, 0.15);
        }
        return neuron.feedforward(ONE[0])[0];
    }

    @Test
    void learnsAsTheBooksNeuron() {
        // The book shows 0.82 and 0.98 at the start, 0.09 and 0.20 at the end.
        assertThat(neuron(0.6, 0.9).feedforward(ONE[0])[0]).isEqualTo(0.817574, within(5e-7));
        assertThat(afterTraining(neuron(0.6, 0.9))).isEqualTo(0.093956, within(5e-7));
        assertThat(neuron(2, 2).feedforward(ONE[0])[0]).isEqualTo(0.982014, within(5e-7));
        assertThat(afterTraining(neuron(2, 2))).isEqualTo(0.202848, within(5e-7));
    }

    private static TextbookNetwork network() {
        return new TextbookNetwork(new double[][] {{0.1, -0.2, 0.3}, {0.5, -0.4}}, new double[][][] {
            {{0.5, -1}, {0.25, 0.75}, {-0.6, 0.8}}, {{1, -0.5, 0.3}, {0.2, 0.9, -0.7}}
        });
    }

    @Test
    void backpropIsTheSlopeOfTheCost() {
        double[] x = {0.7, -0.3};
        double[] y = {1, 0};
        TextbookNetwork.Gradient gradient = network().backprop(x, y);
        double epsilon = 1e-5;
        for (int l = 0; l < 2; l++) {
            for (int j = 0; j < network().biases()[l].length; j++) {
                double slope = (shifted(l, j, -1, epsilon).cost(x, y)
                                - shifted(l, j, -1, -epsilon).cost(x, y))
                        / (2 * epsilon);
                assertThat(gradient.bias(l, j)).isEqualTo(slope, within(1e-10));
                for (int k = 0; k < network().weights()[l][j].length; k++) {
                    slope = (shifted(l, j, k, epsilon).cost(x, y)
                                    - shifted(l, j, k, -epsilon).cost(x, y))
                            / (2 * epsilon);
                    assertThat(gradient.weight(l, j, k)).isEqualTo(slope, within(1e-10));
                }
            }
        }
    }

    /** The network with one weight moved, or one bias where k is -1. */
    private static TextbookNetwork shifted(int l, int j, int k, double by) {
        double[][] biases = network().biases();
        double[][][] weights = network().weights();
        if (k < 0) {
            biases[l][j] += by;
        } else {
            weights[l][j][k] += by;
        }
        return new TextbookNetwork(biases, weights);
    }

    @Test
    void aMiniBatchMovesByItsMeanGradient() {
        double[][] xs = {{0.7, -0.3}, {-1, 0.5}, {0.2, 0.1}};
        double[][] ys = {{1, 0}, {0, 1}, {0.5, 0.5}};
        double mean = 0;
        for (int i = 0; i < 3; i++) {
            mean += network().backprop(xs[i], ys[i]).weight(1, 0, 2) / 3;
        }
        TextbookNetwork moved = network();
        moved.updateMiniBatch(xs, ys, 0.5);
        assertThat(moved.weights()[1][0][2]).isEqualTo(0.3 - 0.5 * mean, within(1e-15));
    }

    @Test
    void anEpochLearnsEveryExampleOfTheOrderInMiniBatches() {
        double[][] xs = {{0.7, -0.3}, {-1, 0.5}, {0.2, 0.1}};
        double[][] ys = {{1, 0}, {0, 1}, {0.5, 0.5}};
        TextbookNetwork epoch = network();
        epoch.sgd(xs, ys, new int[] {2, 0, 1}, 2, 0.5);
        TextbookNetwork steps = network();
        steps.updateMiniBatch(new double[][] {xs[2], xs[0]}, new double[][] {ys[2], ys[0]}, 0.5);
        steps.updateMiniBatch(new double[][] {xs[1]}, new double[][] {ys[1]}, 0.5);
        assertThat(epoch.weights()).isDeepEqualTo(steps.weights());
        assertThat(epoch.biases()).isDeepEqualTo(steps.biases());
    }

    @Test
    void copiesTheNumbersOfLayersAndKeepsThemToItself() {
        Sequence<Layer> layers =
                ToyLayers.dense(new ReferenceKernels(Precision.DOUBLE), new int[] {2, 3}, new Toys.Logistic());
        TextbookNetwork network = TextbookNetwork.copyOf(layers);
        assertThat(network.layers()).isEqualTo(1);
        assertThat(network.weights()[0][2][1])
                .isEqualTo(layers.get(0).parameters().get("weights").get(2, 1));
        assertThat(network.biases()[0][2])
                .isEqualTo(layers.get(0).parameters().get("biases").get(2));
        network.weights()[0][2][1] = 99;
        network.biases()[0][2] = 99;
        network.updateMiniBatch(new double[][] {{1, 1}}, new double[][] {{0, 0, 0}}, 1);
        assertThat(TextbookNetwork.copyOf(layers).weights()[0][2][1]).isNotEqualTo(network.weights()[0][2][1]);
        assertThat(network.weights()[0][2][1]).isNotEqualTo(99);
        assertThat(network.biases()[0][2]).isNotEqualTo(99);
    }

    @Test
    void refusesSizesThatDoNotFit() {
        assertThatThrownBy(() -> new TextbookNetwork(new double[][] {{1, 2}}, new double[][][] {{{1}}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layer 1 has 2 biases but 1 rows of weights");
        assertThatThrownBy(() -> new TextbookNetwork(new double[][] {{1}, {1}}, new double[][][] {{{1}}, {{1, 2}}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layer 2 takes 1 inputs but neuron 1 of it has 2 weights");
        assertThatThrownBy(() -> new TextbookNetwork(new double[0][], new double[0][][]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> TextbookNetwork.copyOf(Sequence.of(new ToyLayers.Reversal(2, new Toys.Logistic()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("toy-reversal layer has none");
    }
}
