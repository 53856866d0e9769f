package io.nabla.api;

/**
 * An activation function that works on each element by itself: what nearly every author writes.
 *
 * <pre>{@code
 * public final class Swish implements ElementwiseActivation {
 *     public String name() { return "swish"; }
 *     public double value(double z) { return z * Elementary.sigmoid(z); }
 *     public double derivative(double z, double a) {
 *         double s = Elementary.sigmoid(z);
 *         return s + z * s * (1 - s);
 *     }
 * }
 * }</pre>
 */
public interface ElementwiseActivation extends Activation {
    /** σ(z). */
    double value(double z);

    /**
     * σ′(z), the derivative by z.
     *
     * @param z where
     * @param a {@code value(z)}, already known: for some functions the cheaper way, as a·(1 - a) for the sigmoid
     */
    double derivative(double z, double a);

    @Override
    default Matrix apply(Matrix z) {
        return z.map(this::value);
    }

    @Override
    default Matrix backward(Matrix errorOnA, Matrix z, Matrix a) {
        return errorOnA.hadamard(z.zip(a, this::derivative));
    }
}
