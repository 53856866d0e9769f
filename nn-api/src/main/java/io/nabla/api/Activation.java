package io.nabla.api;

/**
 * An activation function σ, applied to the weighted inputs z of a layer for a whole mini-batch at once.
 *
 * <p>Nearly every activation works on each element by itself and implements {@link ElementwiseActivation} instead. This
 * interface is for those whose outputs depend on several inputs, such as softmax. An activation is immutable: its
 * results depend on its arguments alone, and many threads may use it at once.
 *
 * <pre>{@code
 * Activation softmax = new Softmax();
 * Matrix a = softmax.apply(z);                       // each column of a sums to 1
 * Matrix errorOnZ = softmax.backward(errorOnA, z, a);
 * }</pre>
 */
public interface Activation extends Named {
    /**
     * The activation a = σ(z).
     *
     * @param z weighted inputs, one column per example; not changed
     * @return a new matrix of the same shape
     */
    Matrix apply(Matrix z);

    /**
     * The error on z from the error on a: the chain rule through σ, ∂C/∂z = (∂a/∂z)ᵀ ∂C/∂a for each example.
     *
     * @param errorOnA ∂C/∂a, one column per example; not changed
     * @param z what went into {@link #apply}; not changed
     * @param a what came out of it; not changed
     * @return ∂C/∂z, a new matrix of the same shape
     */
    Matrix backward(Matrix errorOnA, Matrix z, Matrix a);

    /**
     * This activation with settings of its own, such as a slope; those that are not given stay as they are.
     *
     * @throws IllegalArgumentException if it has no such setting, as none has unless this is overridden, or one is out of its range
     */
    default Activation with(Settings settings) {
        settings.onlyKeys();
        return this;
    }
}
