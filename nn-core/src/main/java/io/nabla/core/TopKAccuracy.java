package io.nabla.core;

import io.nabla.api.ClassNumbers;
import io.nabla.api.Matrix;
import io.nabla.api.Metric;

/**
 * How many examples are classified right within k guesses: the wanted class is among the k greatest outputs.
 *
 * <p>The wanted class stands where the greatest wanted output stands, or is told by its number. Of equal outputs the first counts as the greater, so
 * that one guess is {@link Accuracy}. An example with an output of NaN is never right.
 *
 * <pre>{@code
 * Evaluator evaluator = new Evaluator(cost, regularizer, List.of(new Accuracy(), new TopKAccuracy(5)));
 * double share = evaluator.evaluate(network, data).mean("top-5-accuracy");
 * }</pre>
 *
 * @param k how many guesses there are, at least 1 and fewer than outputs, as otherwise every example would be right
 * @see <a href="https://scikit-learn.org/stable/modules/generated/sklearn.metrics.top_k_accuracy_score.html">
 *     scikit-learn's top_k_accuracy_score</a>
 */
public record TopKAccuracy(int k) implements Metric {
    /**
     * Checks k.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public TopKAccuracy {
        if (k < 1) {
            throw new IllegalArgumentException("top-k accuracy takes a k of at least 1, such as 5, but got " + k);
        }
    }

    /** {@code top-5-accuracy} for a k of 5. */
    @Override
    public String name() {
        return "top-" + k + "-accuracy";
    }

    /**
     * How many examples are right.
     *
     * @throws IllegalArgumentException if there are no more than k outputs, or the shapes differ
     */
    @Override
    public double sum(Matrix a, Matrix y) {
        if (a.rows() <= k) {
            throw new IllegalArgumentException(name() + " takes more than " + k + " outputs, but got " + a.rows()
                    + ", of which every one would be right; use a smaller k, or the metric " + Accuracy.NAME);
        }
        if ((a.rows() != y.rows() && !ClassNumbers.areIn(y, a)) || a.columns() != y.columns()) {
            throw new IllegalArgumentException(
                    name() + " takes wanted outputs of the shape of the outputs, but a is " + a + " and y is " + y);
        }
        int right = 0;
        for (int example = 0; example < a.columns(); example++) {
            if (Classes.of(a, example) != Classes.NONE && greater(a, example, wanted(a, y, example)) < k) {
                right++;
            }
        }
        return right;
    }

    private static int wanted(Matrix a, Matrix y, int example) {
        return ClassNumbers.areIn(y, a) ? ClassNumbers.of(y, example, a.rows()) : y.argMax(example);
    }

    /** How many outputs of an example are guessed before that one. */
    private static int greater(Matrix a, int example, int wanted) {
        double output = a.get(wanted, example);
        int greater = 0;
        for (int row = 0; row < a.rows(); row++) {
            double other = a.get(row, example);
            if (other > output || (other == output && row < wanted)) {
                greater++;
            }
        }
        return greater;
    }
}
