package io.nabla.api;

/**
 * A figure that tells how good outputs are, beside the cost: such as how many were classified right.
 *
 * <p>It is summed over examples, so parts of a data set add up; whoever shows it divides by their number.
 *
 * <pre>{@code
 * Metric accuracy = new Accuracy();
 * double right = accuracy.sum(a, y);   // how many columns of a have their greatest element where y has it
 * }</pre>
 */
public interface Metric extends Named {
    /**
     * The figure, summed over the examples.
     *
     * @param a outputs of the network, one column per example
     * @param y wanted outputs, of the same shape; or {@link ClassNumbers}, where the cost and this metric take them
     */
    double sum(Matrix a, Matrix y);
}
