package io.nabla.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was measured on a data set.
 *
 * @param examples how many examples it has
 * @param cost the mean cost of an example, with the regularizer's penalty divided by {@code examples}
 * @param sums each metric's sum over the examples, by its name
 */
public record Evaluation(int examples, double cost, Map<String, Double> sums) {
    /** Keeps its own copy of the sums, in their order. */
    public Evaluation {
        if (examples <= 0) {
            throw new IllegalArgumentException("an evaluation needs at least one example, but got " + examples);
        }
        sums = Collections.unmodifiableMap(new LinkedHashMap<>(sums));
    }

    /**
     * A metric's sum over the examples: for {@code accuracy} the number of right answers.
     *
     * @throws IllegalArgumentException if it was not measured
     */
    public double sum(String metric) {
        Double sum = sums.get(metric);
        if (sum == null) {
            throw new IllegalArgumentException("'" + metric + "' was not measured; have " + sums.keySet());
        }
        return sum;
    }

    /** A metric's mean over the examples. */
    public double mean(String metric) {
        return sum(metric) / examples;
    }
}
