package io.nabla.core;

import io.nabla.api.Cost;
import io.nabla.api.GradientEstimator;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Holds the gradient of backpropagation, or of any other estimator, against finite differences.
 *
 * <pre>{@code
 * List<GradientCheck.Result> results = new GradientCheck(FiniteDifferences.central(), Long.MAX_VALUE, random)
 *         .check(new Backpropagation(), network, new QuadraticCost(), miniBatch);
 * }</pre>
 *
 * @param differences how the finite differences are taken
 * @param entries how many numbers of each parameter are checked at most; where there are more, a random choice of them
 * @param random chooses them
 */
public record GradientCheck(FiniteDifferences differences, long entries, RandomGenerator random) {
    /** Checks the settings. */
    public GradientCheck {
        Objects.requireNonNull(differences, "differences");
        Objects.requireNonNull(random, "random");
        if (entries < 1) {
            throw new IllegalArgumentException("at least 1 entry of each parameter is checked, but got " + entries);
        }
    }

    /**
     * What was found for one parameter of one layer.
     *
     * @param layer from 1
     * @param parameter its name
     * @param checked how many of its numbers were checked
     * @param largestError the largest difference of the two gradients
     * @param largestGradient the largest derivative among those checked, by finite differences, in absolute value
     */
    public record Result(int layer, String parameter, int checked, double largestError, double largestGradient) {
        /** The largest error in proportion to the largest derivative; 0 where both are 0. */
        public double relativeError() {
            return largestError == 0 ? 0 : largestError / largestGradient;
        }
    }

    /**
     * Checks every parameter that is learned, of every layer; a NaN in either gradient gives an error of NaN.
     *
     * <p>The layers are those that predict: what a training step does otherwise, {@link io.nabla.api.Layer#sample} would tell.
     */
    public List<Result> check(GradientEstimator estimator, Network network, Cost cost, MiniBatch examples) {
        MiniBatch miniBatch = examples.copy();
        Sequence<Layer> layers = network.layers();
        Sequence<Parameters> nabla = network.zeroGradient();
        estimator.estimate(layers, cost, miniBatch, nabla);
        double unchanged = FiniteDifferences.cost(layers, cost, miniBatch);
        List<Result> results = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            Parameters parameters = layers.get(l).parameters();
            for (int p = 0; p < parameters.size(); p++) {
                Parameter parameter = parameters.get(p);
                if (!parameter.role().isLearned()) {
                    continue;
                }
                Matrix gradient = nabla.get(l).get(p).value();
                int[] chosen = chosen(parameter.value().size());
                double largestError = 0;
                double largestGradient = 0;
                for (int i : chosen) {
                    double expected = differences.derivative(layers, cost, miniBatch, unchanged, parameter.value(), i);
                    largestError = Math.max(largestError, Math.abs(gradient.get(i) - expected));
                    largestGradient = Math.max(largestGradient, Math.abs(expected));
                }
                results.add(new Result(l + 1, parameter.name(), chosen.length, largestError, largestGradient));
            }
        }
        return results;
    }

    private int[] chosen(int size) {
        ExampleOrder order = ExampleOrder.of(size);
        if (size > entries) {
            order.shuffle(random);
            return order.first((int) entries).toArray();
        }
        return order.toArray();
    }
}
