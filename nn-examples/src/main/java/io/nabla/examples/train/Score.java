package io.nabla.examples.train;

import io.nabla.api.EpochCompleted;
import io.nabla.api.Evaluation;
import io.nabla.api.Metric;
import io.nabla.core.Accuracy;
import io.nabla.core.EarlyStopping;
import io.nabla.core.MeanAbsoluteError;
import io.nabla.core.MeanSquaredError;
import io.nabla.core.TrainingHistory;
import io.nabla.examples.cli.RunData;
import io.nabla.examples.config.MonitoredSet;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** By what an epoch is better than another: of classes by right answers, of numbers by the squared error. */
enum Score {
    /** The more right answers, the better. */
    RIGHT_ANSWERS,
    /** The less the mean squared error, the better; it is of the outputs, in units of the training rows' deviation. */
    SQUARED_ERROR;

    /** The score for what is learned. */
    static Score of(RunData data) {
        return data.classes().isEmpty() ? SQUARED_ERROR : RIGHT_ANSWERS;
    }

    /** What is measured. */
    Metric[] metrics() {
        return this == RIGHT_ANSWERS
                ? new Metric[] {new Accuracy()}
                : new Metric[] {new MeanSquaredError(), new MeanAbsoluteError()};
    }

    /** The rule that ends a run when this score gets no better. */
    EarlyStopping earlyStopping(int patience) {
        String set = MonitoredSet.VALIDATION.toString();
        return this == RIGHT_ANSWERS
                ? EarlyStopping.greatest(set, Accuracy.NAME, patience)
                : EarlyStopping.least(set, MeanSquaredError.NAME, patience);
    }

    /** The best epoch, the first of several; none if no epoch was completed. */
    Optional<EpochCompleted> best(TrainingHistory history, MonitoredSet set) {
        if (this == RIGHT_ANSWERS) {
            return history.best(set.toString(), Accuracy.NAME);
        }
        return history.epochs().stream()
                .min(Comparator.comparingDouble(
                        epoch -> epoch.evaluation(set.toString()).mean(MeanSquaredError.NAME)));
    }

    /** An evaluation in words: {@code 9421 / 10000}, {@code squared error 0.0312}. */
    String inWords(Evaluation evaluation) {
        if (this == SQUARED_ERROR) {
            return String.format(Locale.ROOT, "squared error %.4g", evaluation.mean(MeanSquaredError.NAME));
        }
        int width = String.valueOf(evaluation.examples()).length();
        return String.format(Locale.ROOT, "%" + width + "d / %d", correct(evaluation), evaluation.examples());
    }

    /** The fields of an evaluation for programs, with a prefix such as {@code test}. */
    void put(Map<String, Object> fields, String prefix, Evaluation evaluation) {
        if (this == RIGHT_ANSWERS) {
            fields.put(prefix + "Correct", correct(evaluation));
            fields.put(prefix + "Total", evaluation.examples());
        } else {
            fields.put(prefix + "SquaredError", evaluation.mean(MeanSquaredError.NAME));
            fields.put(prefix + "AbsoluteError", evaluation.mean(MeanAbsoluteError.NAME));
        }
    }

    /** The one figure of an evaluation that decides. */
    Object deciding(Evaluation evaluation) {
        if (this == RIGHT_ANSWERS) {
            return correct(evaluation);
        }
        return evaluation.mean(MeanSquaredError.NAME);
    }

    /** The name of that figure. */
    String decidingName() {
        return this == RIGHT_ANSWERS ? "Correct" : "SquaredError";
    }

    private static int correct(Evaluation evaluation) {
        return (int) evaluation.sum(Accuracy.NAME);
    }
}
