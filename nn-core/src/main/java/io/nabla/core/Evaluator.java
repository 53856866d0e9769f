package io.nabla.core;

import io.nabla.api.Cost;
import io.nabla.api.Dataset;
import io.nabla.api.Evaluation;
import io.nabla.api.Layer;
import io.nabla.api.Metric;
import io.nabla.api.Parameter;
import io.nabla.api.Regularizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Measures a network on a data set: the cost and any metrics.
 *
 * <p>As in the book's {@code network2.py}, the cost is (Σ Cₓ + penalty) / n with n the size of the set that it is
 * measured on. Every example counts once, whatever its {@link Dataset#weight} in training.
 *
 * @param cost the cost
 * @param regularizer its penalty belongs to the cost
 * @param metrics what else to measure
 */
public record Evaluator(Cost cost, Regularizer regularizer, List<Metric> metrics) {
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

    /** An evaluator of a cost without a penalty, and of these metrics. */
    public Evaluator(Cost cost, List<Metric> metrics) {
        this(cost, new NoPenalty(), metrics);
    }

    /**
     * Measures a network.
     *
     * @throws IllegalArgumentException if the data does not fit the network
     */
    public Evaluation evaluate(Network network, Dataset data) {
        Fit.check(network, data, cost);
        Answers answers = new Answers(network, data);
        double total = 0;
        double[] sums = new double[metrics.size()];
        while (answers.next()) {
            total += cost.value(answers.a(), answers.y());
            for (int i = 0; i < sums.length; i++) {
                sums[i] += metrics.get(i).sum(answers.a(), answers.y());
            }
        }
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < sums.length; i++) {
            named.put(metrics.get(i).name(), sums[i]);
        }
        int n = data.size();
        return new Evaluation(n, (total + penalty(network)) / n, named);
    }

    /** The figures that such evaluations have, for data sets of these names. */
    EpochTable table(Collection<String> datasets) {
        return new EpochTable(
                List.copyOf(datasets), metrics.stream().map(Metric::name).toList());
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
