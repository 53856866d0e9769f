package io.nabla.core;

import io.nabla.api.EpochCompleted;
import io.nabla.api.Evaluation;
import io.nabla.api.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The epochs of a run as lists of numbers, one for each figure, such as {@code history.test.cost}.
 *
 * @param datasets the names of what is measured on
 * @param metrics the names of what is measured
 */
record EpochTable(List<String> datasets, List<String> metrics) {
    EpochTable {
        datasets = List.copyOf(datasets);
        metrics = List.copyOf(metrics);
    }

    /** The figures of these epochs; nothing if there is none. */
    State state(List<EpochCompleted> epochs) {
        if (epochs.isEmpty()) {
            return State.empty();
        }
        State state = State.empty()
                .with("training-cost", figures(epochs, EpochCompleted::trainingCost))
                .with("seconds", figures(epochs, EpochCompleted::seconds));
        for (String dataset : datasets) {
            State measured = State.empty()
                    .with(
                            "examples",
                            figures(epochs, epoch -> epoch.evaluation(dataset).examples()))
                    .with(
                            "cost",
                            figures(epochs, epoch -> epoch.evaluation(dataset).cost()));
            for (String metric : metrics) {
                measured = measured.with(
                        "sum of " + metric,
                        figures(epochs, epoch -> epoch.evaluation(dataset).sum(metric)));
            }
            state = state.with(dataset, measured);
        }
        return state;
    }

    private static double[] figures(List<EpochCompleted> epochs, ToDoubleFunction<EpochCompleted> figure) {
        return epochs.stream().mapToDouble(figure).toArray();
    }

    /** So many epochs with the figures of a state. */
    List<EpochCompleted> epochs(State state, int count) {
        List<EpochCompleted> epochs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Evaluation> evaluations = new LinkedHashMap<>();
            for (String dataset : datasets) {
                evaluations.put(dataset, evaluation(state.part(dataset), i, count));
            }
            epochs.add(new EpochCompleted(
                    i + 1, state.numbers("training-cost", count)[i], evaluations, state.numbers("seconds", count)[i]));
        }
        return epochs;
    }

    private Evaluation evaluation(State measured, int epoch, int count) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (String metric : metrics) {
            sums.put(metric, measured.numbers("sum of " + metric, count)[epoch]);
        }
        return new Evaluation(
                (int) measured.numbers("examples", count)[epoch], measured.numbers("cost", count)[epoch], sums);
    }
}
