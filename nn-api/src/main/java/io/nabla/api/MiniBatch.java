package io.nabla.api;

import java.util.Objects;
import java.util.Optional;

/**
 * Some examples: inputs x and wanted outputs y, one column per example, maybe with weights.
 *
 * @param x inputs × examples
 * @param y outputs × examples, or what else the cost takes
 * @param weights 1 × examples, how much each counts, finite and at least 0; empty if all count the same
 */
public record MiniBatch(Matrix x, Matrix y, Optional<Matrix> weights) {
    /**
     * Checks that x, y and the weights have the same number of examples.
     *
     * @throws IllegalArgumentException if they have not, or a weight is negative or not finite
     */
    public MiniBatch {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        if (x.columns() != y.columns()) {
            throw new IllegalArgumentException("a mini-batch has as many inputs as wanted outputs, but got "
                    + x.columns() + " and " + y.columns() + " columns");
        }
        weights.ifPresent(each -> checkWeights(each, x.columns()));
    }

    /** Examples that count the same. */
    public MiniBatch(Matrix x, Matrix y) {
        this(x, y, Optional.empty());
    }

    private static void checkWeights(Matrix weights, int examples) {
        if (weights.rows() != 1 || weights.columns() != examples) {
            throw new IllegalArgumentException("a mini-batch of " + examples + " examples has weights of 1×" + examples
                    + ", but got " + weights.shape());
        }
        for (int i = 0; i < examples; i++) {
            if (!(weights.get(i) >= 0 && Double.isFinite(weights.get(i)))) {
                throw new IllegalArgumentException("the weight of example " + (i + 1)
                        + " of a mini-batch is a finite number of at least 0, but got " + weights.get(i));
            }
        }
    }

    /** m, the number of examples. */
    public int size() {
        return x.columns();
    }

    /** A copy on the heap. */
    public MiniBatch copy() {
        return new MiniBatch(x.copy(), y.copy(), weights.map(Matrix::copy));
    }

    /**
     * The cost of these examples, each multiplied by its weight.
     *
     * @param a the outputs of the network for x
     */
    public double cost(Cost cost, Matrix a) {
        if (weights.isEmpty()) {
            return cost.value(a, y);
        }
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            double weight = weights.get().get(i);
            if (weight != 0) {
                sum += weight * cost.value(a.columnCopy(i), y.columnCopy(i));
            }
        }
        return sum;
    }

    /** Multiplies each column of an error δ by the weight of its example, in place; nothing happens without weights. */
    public void weigh(Matrix delta) {
        if (weights.isPresent()) {
            for (int i = 0; i < size(); i++) {
                for (int row = 0; row < delta.rows(); row++) {
                    delta.set(row, i, weights.get().get(i) * delta.get(row, i));
                }
            }
        }
    }
}
