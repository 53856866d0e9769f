package io.nabla.core;

import io.nabla.api.Evaluation;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * A rule that ends a run once a monitored data set has shown no gain for some epochs, and puts back the weights of the best epoch.
 *
 * <p>A network that learns its training data by heart gets worse on data that it has not seen: chapter 3 of the book calls it
 * overfitting, and this rule "early stopping". It watches a data set that is not trained on, and never the one that the final
 * result is told of.
 *
 * <pre>{@code
 * TrainingHistory history = Trainer.builder(new CrossEntropyCost(), new Sgd(0.5))
 *         .epochs(400)
 *         .monitor("validation", validation)
 *         .earlyStopping(EarlyStopping.greatest("validation", "accuracy", 10))
 *         .build()
 *         .train(network, training);
 * history.keptEpoch();   // the epoch whose weights the network now has
 * }</pre>
 *
 * @param dataset the name under which the data set is monitored
 * @param loss what is to become small, such as the cost; NaN counts as no gain
 * @param patience how many epochs without a gain end the run, at least 1
 * @param leastGain by how much the loss must fall below the best so far to count as a gain, 0 or more
 * @see <a href="http://neuralnetworksanddeeplearning.com/chap3.html">the book, chapter 3, "Overfitting and regularization"</a>
 */
public record EarlyStopping(String dataset, ToDoubleFunction<Evaluation> loss, int patience, double leastGain) {
    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if the patience is below 1, or the least gain negative or not finite
     */
    public EarlyStopping {
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(loss, "loss");
        if (patience < 1) {
            throw new IllegalArgumentException("the patience is at least 1 epoch, but got " + patience);
        }
        if (!(leastGain >= 0 && leastGain < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the least gain is a finite number of at least 0, but got " + leastGain);
        }
    }

    /** Keeps the epoch with the least cost on the data set. */
    public static EarlyStopping leastCost(String dataset, int patience) {
        return new EarlyStopping(dataset, Evaluation::cost, patience, 0);
    }

    /** Keeps the epoch with the greatest mean of a metric on the data set, such as {@code accuracy}. */
    public static EarlyStopping greatest(String dataset, String metric, int patience) {
        Objects.requireNonNull(metric, "metric");
        return new EarlyStopping(dataset, evaluation -> -evaluation.mean(metric), patience, 0);
    }

    /** Keeps the epoch with the least mean of a metric on the data set, such as a squared error. */
    public static EarlyStopping least(String dataset, String metric, int patience) {
        Objects.requireNonNull(metric, "metric");
        return new EarlyStopping(dataset, evaluation -> evaluation.mean(metric), patience, 0);
    }

    /** The same rule, for which smaller gains than this do not count. */
    public EarlyStopping withLeastGain(double gain) {
        return new EarlyStopping(dataset, loss, patience, gain);
    }
}
