package io.nabla.core;

import io.nabla.api.Matrix;
import io.nabla.api.Metric;

/**
 * The mean squared error of an example, (1/K) Σ (a - y)² over its K outputs.
 *
 * <p>{@link io.nabla.api.Evaluation#mean} of it is the mean over all outputs of all examples. That is not the quadratic cost,
 * which is half of the sum over the outputs.
 *
 * <pre>{@code
 * Evaluator evaluator = new Evaluator(cost, regularizer, List.of(new MeanSquaredError()));
 * double error = evaluator.evaluate(network, data).mean(MeanSquaredError.NAME);
 * }</pre>
 *
 * @see <a href="https://scikit-learn.org/stable/modules/generated/sklearn.metrics.mean_squared_error.html">
 *     scikit-learn's mean_squared_error</a>
 */
public final class MeanSquaredError implements Metric {
    /** The name of this metric. */
    public static final String NAME = "mean-squared-error";

    /** The mean squared error has no settings and no state. */
    public MeanSquaredError() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double sum(Matrix a, Matrix y) {
        Matrix error = a.minus(y);
        return error.dot(error) / a.rows();
    }
}
