package io.nabla.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import io.nabla.api.Dataset;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.Sequence;
import java.util.Arrays;
import java.util.stream.IntStream;

/** One training to be compared with the textbook's, and what usually went wrong where they differ. */
final class TrainingRun {
    private static final double TOLERANCE = 1e-12;

    /** Slips in a training loop, each of which the textbook's loops can make, too. */
    private enum Slip {
        NONE("") {
            @Override
            void epoch(TrainingRun run, TextbookNetwork network) {
                run.weightedSgd(network);
            }
        },
        UNWEIGHTED("the weights of the examples were overlooked") {
            @Override
            void epoch(TrainingRun run, TextbookNetwork network) {
                network.sgd(run.xs, run.ys, run.order(run.xs.length), run.miniBatchSize, run.learningRate);
            }
        },
        LOST_LAST("the last, smaller mini-batch was not learned") {
            @Override
            void epoch(TrainingRun run, TextbookNetwork network) {
                int whole = run.xs.length / run.miniBatchSize * run.miniBatchSize;
                network.sgd(run.xs, run.ys, run.order(whole), run.miniBatchSize, run.learningRate);
            }
        },
        NOMINAL_SIZE(
                "the gradient of the last mini-batch was divided by the mini-batch size that was asked for, not by the"
                        + " number of examples in it") {
            @Override
            void epoch(TrainingRun run, TextbookNetwork network) {
                LOST_LAST.epoch(run, network);
                int rest = run.xs.length % run.miniBatchSize;
                int from = run.xs.length - rest;
                double smaller = run.learningRate * rest / run.miniBatchSize;
                network.updateMiniBatch(
                        Arrays.copyOfRange(run.xs, from, from + rest),
                        Arrays.copyOfRange(run.ys, from, from + rest),
                        smaller);
            }
        },
        DOUBLED_RATE("the learning rate was doubled") {
            @Override
            void epoch(TrainingRun run, TextbookNetwork network) {
                network.sgd(run.xs, run.ys, run.order(run.xs.length), run.miniBatchSize, 2 * run.learningRate);
            }
        },
        ASCENT("the step went up the gradient, not down") {
            @Override
            void epoch(TrainingRun run, TextbookNetwork network) {
                network.sgd(run.xs, run.ys, run.order(run.xs.length), run.miniBatchSize, -run.learningRate);
            }
        };

        private final String words;

        Slip(String words) {
            this.words = words;
        }

        abstract void epoch(TrainingRun run, TextbookNetwork network);
    }

    private final Sequence<Layer> layers;
    private final TextbookNetwork start;
    private final double[][] xs;
    private final double[][] ys;
    private final int miniBatchSize;
    private final double learningRate;
    private final int epochs;
    /** How often each example counts. */
    private final int[] weights;

    private TrainingRun(
            Sequence<Layer> layers,
            double[][] xs,
            double[][] ys,
            int miniBatchSize,
            double learningRate,
            int epochs,
            int[] weights) {
        this.layers = layers;
        this.start = TextbookNetwork.copyOf(layers);
        this.xs = xs;
        this.ys = ys;
        this.miniBatchSize = miniBatchSize;
        this.learningRate = learningRate;
        this.epochs = epochs;
        this.weights = weights;
    }

    static TrainingRun of(
            Kernels kernels, int[] sizes, int examples, int miniBatchSize, double learningRate, int epochs) {
        Draws draws = new Draws(300L + examples);
        return new TrainingRun(
                ToyLayers.dense(kernels, sizes, new Toys.Logistic(), new Toys.LogisticFromZ()),
                draws.rows(examples, sizes[0], -1, 1),
                draws.rows(examples, sizes[sizes.length - 1], 0, 1),
                miniBatchSize,
                learningRate,
                epochs,
                IntStream.generate(() -> 1).limit(examples).toArray());
    }

    /** The same run, in which examples count more than once, or not at all. */
    TrainingRun weighted(int... often) {
        return new TrainingRun(layers, xs, ys, miniBatchSize, learningRate, epochs, often);
    }

    private boolean isWeighted() {
        return Arrays.stream(weights).anyMatch(weight -> weight != 1);
    }

    Sequence<Layer> layers() {
        return layers;
    }

    Dataset data() {
        Dataset data = Dataset.of(xs, ys);
        return isWeighted()
                ? data.weighted(Arrays.stream(weights).asDoubleStream().toArray())
                : data;
    }

    /** Fails unless the layers now hold what the textbook ends with. */
    void verify() {
        TextbookNetwork actual = TextbookNetwork.copyOf(layers);
        String difference = difference(trained(Slip.NONE), actual);
        if (difference != null) {
            fail("after " + epochs + (epochs == 1 ? " epoch" : " epochs") + " of " + xs.length
                    + " examples in mini-batches of " + miniBatchSize + " with learning rate "
                    + Figures.text(learningRate)
                    + ", " + difference + suspicion(actual));
        }
    }

    private TextbookNetwork trained(Slip slip) {
        TextbookNetwork network = new TextbookNetwork(start.biases(), start.weights());
        for (int epoch = 0; epoch < epochs; epoch++) {
            slip.epoch(this, network);
        }
        return network;
    }

    /** One epoch of mini-batches in which an example stands as often as it counts, divided by how many examples there are. */
    private void weightedSgd(TextbookNetwork network) {
        for (int from = 0; from < xs.length; from += miniBatchSize) {
            int to = Math.min(from + miniBatchSize, xs.length);
            int[] often = IntStream.range(from, to)
                    .flatMap(i -> IntStream.generate(() -> i).limit(weights[i]))
                    .toArray();
            network.updateMiniBatch(
                    Arrays.stream(often).mapToObj(i -> xs[i]).toArray(double[][]::new),
                    Arrays.stream(often).mapToObj(i -> ys[i]).toArray(double[][]::new),
                    learningRate * often.length / (to - from));
        }
    }

    private int[] order(int n) {
        return IntStream.range(0, n).toArray();
    }

    private String suspicion(TextbookNetwork actual) {
        if (difference(start, actual) == null) {
            return "; the parameters are those of the start: nothing was learned";
        }
        for (Slip slip : Slip.values()) {
            boolean possible = slip == Slip.UNWEIGHTED
                    ? isWeighted()
                    : xs.length % miniBatchSize != 0 || (slip != Slip.LOST_LAST && slip != Slip.NOMINAL_SIZE);
            if (slip != Slip.NONE && possible && difference(trained(slip), actual) == null) {
                return "; these are exactly the figures that come out if " + slip.words;
            }
        }
        return "";
    }

    /** Where two networks differ, in words; null where nowhere. */
    private static String difference(TextbookNetwork expected, TextbookNetwork actual) {
        for (int l = 0; l < expected.layers(); l++) {
            for (int j = 0; j < expected.biases()[l].length; j++) {
                double bias = expected.biases()[l][j];
                if (!isClose(bias, actual.biases()[l][j])) {
                    return "the bias of neuron " + (j + 1) + " in layer " + (l + 1) + " is "
                            + against(bias, actual.biases()[l][j]);
                }
                for (int k = 0; k < expected.weights()[l][j].length; k++) {
                    double weight = expected.weights()[l][j][k];
                    if (!isClose(weight, actual.weights()[l][j][k])) {
                        return "the weight from input " + (k + 1) + " to neuron " + (j + 1) + " in layer " + (l + 1)
                                + " is " + against(weight, actual.weights()[l][j][k]);
                    }
                }
            }
        }
        return null;
    }

    private static boolean isClose(double expected, double actual) {
        return Expect.isClose(expected, actual, TOLERANCE * Math.max(1, Math.abs(expected)));
    }

    private static String against(double expected, double actual) {
        return Figures.text(actual, expected) + " but the textbook's loops end with " + Figures.text(expected, actual);
    }
}
