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
     * @param y wanted outputs, of the same shape; not changed
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
     * @param y wanted outputs, of the shape of a
     * @return δ, a new matrix of the shape of z
     */
    default Matrix delta(Activation sigma, Matrix z, Matrix a, Matrix y) {
        return sigma.backward(gradient(a, y), z, a);
    }
}
