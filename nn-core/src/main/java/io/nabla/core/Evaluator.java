package io.nabla.core;

import io.nabla.api.Cost;
import io.nabla.api.Dataset;
import io.nabla.api.Evaluation;
import io.nabla.api.Layer;
import io.nabla.api.Matrix;
import io.nabla.api.Metric;
import io.nabla.api.Parameter;
import io.nabla.api.Regularizer;
import io.nabla.api.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Measures a network on a data set: the cost and any metrics.
 *
 * <p>As in the book's {@code network2.py}, the cost is (Σ Cₓ + penalty) / n with n the size of the set that it is
 * measured on.
 *
 * @param cost the cost
 * @param regularizer its penalty belongs to the cost
 * @param metrics what else to measure
 */
public record Evaluator(Cost cost, Regularizer regularizer, List<Metric> metrics) {
    /** How many examples go through the network at once; fixed, since it decides the order of sums. */
    private static final int CHUNK = 200;

    /** Checks that nothing is missing. */
    public Evaluator {
        Objects.requireNonNull(cost, "cost");
        Objects.requireNonNull(regularizer, "regularizer");
        metrics = List.copyOf(metrics);
    }

    /** An evaluator of a cost without a penalty, and of the accuracy. */
    public Evaluator(Cost cost) {
        this(cost, new NoPenalty(), List.of(new Accuracy()));
    }

    /**
     * Measures a network.
     *
     * @throws IllegalArgumentException if the data does not fit the network
     */
    public Evaluation evaluate(Network network, Dataset data) {
        Fit.check(network, data);
        int n = data.size();
        int[] order = IntStream.range(0, n).toArray();
        Workspace workspace = new Workspace();
        double total = 0;
        double[] sums = new double[metrics.size()];
        for (int from = 0; from < n; from += CHUNK) {
            int size = Math.min(CHUNK, n - from);
            workspace.reset();
            Matrix x = workspace.matrix(network.kernels(), data.inputs().size(), size);
            Matrix y = workspace.matrix(network.kernels(), data.targets().size(), size);
            data.copyExamples(order, from, x, y);
            Matrix a = network.feedforward(x);
            total += cost.value(a, y);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += metrics.get(i).sum(a, y);
            }
        }
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < sums.length; i++) {
            named.put(metrics.get(i).name(), sums[i]);
        }
        return new Evaluation(n, (total + penalty(network)) / n, named);
    }

    private double penalty(Network network) {
        double penalty = 0;
        for (Layer layer : network.layers()) {
            for (Parameter parameter : layer.parameters()) {
                if (parameter.role() == Parameter.Role.WEIGHTS) {
                    penalty += regularizer.penalty(parameter.value());
                }
            }
        }
        return penalty;
    }
}
