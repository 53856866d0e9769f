package io.nabla.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import io.nabla.api.Activation;
import io.nabla.api.Cost;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Sequence;
import java.util.Optional;

/**
 * A small network and a mini-batch, of which a gradient is to be estimated.
 *
 * @param layers with seeded parameters
 * @param cost the quadratic cost
 * @param miniBatch seeded examples
 */
record EstimatorExample(Sequence<Layer> layers, Cost cost, MiniBatch miniBatch) {
    static EstimatorExample dense(Kernels kernels, int[] sizes, int examples, Activation... sigmas) {
        Draws draws = new Draws(200L + examples);
        return new EstimatorExample(
                ToyLayers.dense(kernels, sizes, sigmas),
                new Toys.Quadratic(),
                new MiniBatch(
                        draws.matrix(kernels, sizes[0], examples, -1, 1),
                        draws.matrix(kernels, sizes[sizes.length - 1], examples, 0, 1)));
    }

    EstimatorExample withLayers(Sequence<Layer> others) {
        return new EstimatorExample(others, cost, miniBatch);
    }

    /** The same examples with these weights. */
    EstimatorExample weighted(double... weights) {
        Matrix row = Matrix.of(miniBatch.x().kernels(), weights);
        return new EstimatorExample(layers, cost, new MiniBatch(miniBatch.x(), miniBatch.y(), Optional.of(row)));
    }

    Sequence<Parameters> zeros() {
        return layers.map(layer -> layer.parameters().zeros());
    }

    /** One example of the mini-batch alone. */
    MiniBatch example(int i) {
        return new MiniBatch(miniBatch.x().columnCopy(i), miniBatch.y().columnCopy(i));
    }

    /** The cost by a forward pass. */
    double costOfPass() {
        Matrix a = miniBatch.x();
        for (Layer layer : layers) {
            a = layer.activation().apply(layer.weightedInput(a));
        }
        return miniBatch.cost(cost, a);
    }

    /** The slope of the cost by one number of one parameter, which is put back afterwards. */
    Slope slope(int l, int p, int place) {
        Matrix value = layers.get(l).parameters().get(p).value();
        double old = value.get(place);
        Slope slope = Slope.of(
                moved -> {
                    value.set(place, moved);
                    return costOfPass();
                },
                old,
                1e-4);
        value.set(place, old);
        return slope;
    }

    /** The textbook's gradients of all examples, added up. */
    Sequence<Parameters> textbookGradient(TextbookNetwork textbook) {
        Sequence<Parameters> sum = zeros();
        for (int i = 0; i < miniBatch.size(); i++) {
            TextbookNetwork.Gradient gradient = textbook.backprop(column(miniBatch.x(), i), column(miniBatch.y(), i));
            for (int l = 0; l < sum.size(); l++) {
                Matrix w = sum.get(l).get("weights");
                Matrix b = sum.get(l).get("biases");
                for (int j = 0; j < w.rows(); j++) {
                    b.set(j, b.get(j) + gradient.bias(l, j));
                    for (int k = 0; k < w.columns(); k++) {
                        w.set(j, k, w.get(j, k) + gradient.weight(l, j, k));
                    }
                }
            }
        }
        return sum;
    }

    double textbookCost(TextbookNetwork textbook) {
        double cost = 0;
        for (int i = 0; i < miniBatch.size(); i++) {
            cost += textbook.cost(column(miniBatch.x(), i), column(miniBatch.y(), i));
        }
        return cost;
    }

    private static double[] column(Matrix matrix, int column) {
        double[] values = new double[matrix.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = matrix.get(row, column);
        }
        return values;
    }

    void compare(
            Sequence<Parameters> expected,
            Sequence<Parameters> actual,
            double tolerance,
            String what,
            String reference) {
        for (int l = 0; l < expected.size(); l++) {
            for (int p = 0; p < expected.get(l).size(); p++) {
                Matrix wanted = expected.get(l).get(p).value();
                Matrix given = actual.get(l).get(p).value();
                double bound = tolerance * Math.max(1, Expect.greatest(wanted));
                for (int i = 0; i < wanted.size(); i++) {
                    if (!Expect.isClose(wanted.get(i), given.get(i), bound)) {
                        fail(what + ": the derivative by " + describe(l, p, i) + " is "
                                + Figures.text(given.get(i), wanted.get(i)) + " but " + reference + " "
                                + Figures.text(wanted.get(i), given.get(i)));
                    }
                }
            }
        }
    }

    String describe(int l, int p, int place) {
        Parameter parameter = layers.get(l).parameters().get(p);
        return "'" + parameter.name() + "' of layer " + (l + 1) + " at " + Figures.place(parameter.value(), place);
    }

    /** The sizes from the inputs to the outputs: {@code 3-4-2}. */
    String sizes() {
        StringBuilder text = new StringBuilder(layers.get(0).inputs().toString());
        layers.forEach(layer -> text.append('-').append(layer.outputs()));
        return text.toString();
    }
}
