package io.nabla.api;

/**
 * A penalty on large weights, added to the cost: C = (Σ Cₓ + penalty(w)) / n over a training set of n examples.
 *
 * <p>It is applied to parameters with the role {@link Parameter.Role#WEIGHTS} only.
 *
 * <pre>{@code
 * public record L2(double lambda) implements Regularizer {
 *     public String name() { return "l2"; }
 *     public double penalty(Matrix w) { return 0.5 * lambda * w.dot(w); }
 *     public void addGradient(Matrix w, double share, Matrix nabla) { nabla.combine(1, share * lambda, w); }
 * }
 * }</pre>
 */
public interface Regularizer extends Named {
    /** The penalty of one weight matrix, to be added to the cost summed over a data set. */
    double penalty(Matrix w);

    /**
     * Adds a share of the penalty's derivative by w to a gradient that is summed over a mini-batch.
     *
     * @param w the weights; not changed
     * @param share m / n, the mini-batch's part of the training set
     * @param nabla of the shape of w; added to
     */
    void addGradient(Matrix w, double share, Matrix nabla);

    /**
     * What this regularizer does to weights directly, after each step of the optimizer, such as limiting a norm; nothing
     * unless overridden.
     *
     * @param w the weights, changed in place
     */
    default void limit(Matrix w) {}
}
