package io.nabla.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every training example was learned once more.
 *
 * @param epoch from 1
 * @param trainingCost the mean cost of an example as training met it, times its weight if it has one, each before its own mini-batch's update, without the
 *     regularizer's penalty
 * @param evaluations what was measured after the epoch, by the name of the data set
 * @param seconds how long the epoch's training took, without the evaluations
 */
public record EpochCompleted(int epoch, double trainingCost, Map<String, Evaluation> evaluations, double seconds) {
    /** Keeps its own copy of the evaluations, in their order. */
    public EpochCompleted {
        evaluations = Collections.unmodifiableMap(new LinkedHashMap<>(evaluations));
    }

    /**
     * What was measured on a data set.
     *
     * @throws IllegalArgumentException if it is not among those monitored
     */
    public Evaluation evaluation(String dataset) {
        Evaluation evaluation = evaluations.get(dataset);
        if (evaluation == null) {
            throw new IllegalArgumentException(
                    "data set '" + dataset + "' is not monitored; have " + evaluations.keySet());
        }
        return evaluation;
    }
}
