package io.nabla.core;

import io.nabla.api.Dataset;
import io.nabla.api.Matrix;
import java.util.Locale;
import java.util.Objects;

/**
 * R², the coefficient of determination: of the variance of the wanted outputs, the share that a network explains.
 *
 * <p>For each output R² = 1 - Σ (a - y)² / Σ (y - ȳ)², summed over the examples of a data set, with ȳ the mean of the wanted
 * outputs there. 1 is perfect, 0 no better than always to answer ȳ, and below 0 worse than that. It is no {@link
 * io.nabla.api.Metric}, since parts of a data set do not add up.
 *
 * <pre>{@code
 * RSquared rSquared = RSquared.of(network, testData);
 * double mean = rSquared.mean();         // over the outputs
 * double first = rSquared.output(0);
 * }</pre>
 *
 * <p>No figure is NaN where outputs are numbers: an output whose wanted value never changes has no variance to be explained; its
 * R² is 1 if it is always met, and otherwise 0.
 *
 * @see <a href="https://scikit-learn.org/stable/modules/generated/sklearn.metrics.r2_score.html">scikit-learn's r2_score,
 *     whose conventions these are</a>
 */
public final class RSquared {
    private final double[] outputs;

    private RSquared(double[] outputs) {
        this.outputs = outputs;
    }

    /**
     * R² of a network on a data set; every example counts once.
     *
     * @throws IllegalArgumentException if the data does not fit the network, wants class numbers, or has fewer than two examples
     */
    public static RSquared of(Network network, Dataset data) {
        if (data.size() < 2) {
            throw new IllegalArgumentException("R² takes at least 2 examples, since one has no variance, but got 1");
        }
        if (data.targets().size() != network.outputs().size()) {
            throw new IllegalArgumentException(
                    "R² compares each output with a wanted one, but the data wants " + data.targets()
                            + " outputs per example and the network " + network + " gives " + network.outputs());
        }
        Spread[] spreads = new Spread[network.outputs().size()];
        for (int row = 0; row < spreads.length; row++) {
            spreads[row] = new Spread();
        }
        for (Answers answers = new Answers(network, data); answers.next(); ) {
            Matrix a = answers.a();
            for (int example = 0; example < a.columns(); example++) {
                for (int row = 0; row < spreads.length; row++) {
                    spreads[row].add(a.get(row, example), answers.y().get(row, example));
                }
            }
        }
        double[] outputs = new double[spreads.length];
        for (int row = 0; row < outputs.length; row++) {
            outputs[row] = spreads[row].rSquared();
        }
        return new RSquared(outputs);
    }

    /** How many outputs there are. */
    public int outputs() {
        return outputs.length;
    }

    /**
     * R² of one output.
     *
     * @throws IndexOutOfBoundsException if there is no such output
     */
    public double output(int row) {
        return outputs[Objects.checkIndex(row, outputs.length)];
    }

    /** The mean over the outputs, each counting the same. */
    public double mean() {
        double sum = 0;
        for (double output : outputs) {
            sum += output;
        }
        return sum / outputs.length;
    }

    /** {@code R² 0.873}, for people to read. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "R² %.3f", mean());
    }

    /** The sums of one output, the variance by Welford's way, which is exact also where the mean is great. */
    private static final class Spread {
        private long count;
        private double mean;
        private double aroundMean;
        private double errors;

        void add(double a, double y) {
            errors = Math.fma(a - y, a - y, errors);
            count++;
            double before = y - mean;
            mean += before / count;
            aroundMean = Math.fma(before, y - mean, aroundMean);
        }

        double rSquared() {
            if (aroundMean == 0) {
                return errors == 0 ? 1 : Double.isNaN(errors) ? Double.NaN : 0;
            }
            return 1 - errors / aroundMean;
        }
    }
}
