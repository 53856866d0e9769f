package io.nabla.api;

/**
 * A cost C: how far the outputs a of a network are from the wanted outputs y.
 *
 * <p>Everything is <em>summed</em> over the examples (columns), never averaged: the trainer divides once. A cost is
 * immutable, and many threads may use it at once.
 *
 * <pre>{@code
 * public final class QuadraticCost implements Cost {
 *     public String name() { return "quadratic"; }
 *     public double value(Matrix a, Matrix y) { Matrix e = a.minus(y); return 0.5 * e.dot(e); }
 *     public Matrix gradient(Matrix a, Matrix y) { return a.minus(y); }
 * }
 * }</pre>
 */
public interface Cost extends Named {
    /**
     * C, summed over the examples.
     *
     * @param a outputs of the network, one column per example; not changed
     * @param y wanted outputs, of the same shape or of another that {@link #takes} says; not changed
     */
    double value(Matrix a, Matrix y);

    /** ∇ₐC: the derivative of C by each output, a new matrix of the shape of a. */
    Matrix gradient(Matrix a, Matrix y);

    /**
     * The error of the output layer δ = ∂C/∂z (BP1): σ′(z) ⊙ ∇ₐC.
     *
     * <p>A cost that knows σ overrides this with the fused form, which stays right where σ saturates.
     *
     * @param sigma the activation of the output layer
     * @param z its weighted inputs
     * @param a its outputs, σ(z)
     * @param y wanted outputs, as {@link #value} takes them
     * @return δ, a new matrix of the shape of z
     */
    default Matrix delta(Activation sigma, Matrix z, Matrix a, Matrix y) {
        return sigma.backward(gradient(a, y), z, a);
    }

    /**
     * Whether this cost takes wanted outputs of a shape for outputs of a shape: as many numbers of either, unless overridden.
     *
     * <p>A cost of classes may take one number for K outputs, which is then a class; see {@link ClassNumbers}.
     */
    default boolean takes(Shape targets, Shape outputs) {
        return targets.size() == outputs.size();
    }

    /**
     * This cost with settings of its own, such as label smoothing; those that are not given stay as they are.
     *
     * @throws IllegalArgumentException if it has no such setting, as none has unless this is overridden, or one is out of its range
     */
    default Cost with(Settings settings) {
        settings.onlyKeys();
        return this;
    }
}
