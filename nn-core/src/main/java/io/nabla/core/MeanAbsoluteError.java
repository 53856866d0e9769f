package io.nabla.core;

import io.nabla.api.Matrix;
import io.nabla.api.Metric;

/**
 * The mean absolute error of an example, (1/K) Σ |a - y| over its K outputs: in the unit of the outputs.
 *
 * <p>{@link io.nabla.api.Evaluation#mean} of it is the mean over all outputs of all examples.
 *
 * <pre>{@code
 * Evaluator evaluator = new Evaluator(cost, regularizer, List.of(new MeanAbsoluteError()));
 * double error = evaluator.evaluate(network, data).mean(MeanAbsoluteError.NAME);
 * }</pre>
 *
 * @see <a href="https://scikit-learn.org/stable/modules/generated/sklearn.metrics.mean_absolute_error.html">
 *     scikit-learn's mean_absolute_error</a>
 */
public final class MeanAbsoluteError implements Metric {
    /** The name of this metric. */
    public static final String NAME = "mean-absolute-error";

    /** The mean absolute error has no settings and no state. */
    public MeanAbsoluteError() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double sum(Matrix a, Matrix y) {
        return a.zip(y, (output, target) -> Math.abs(output - target)).sum() / a.rows();
    }
}
