package io.nabla.activations;

import io.nabla.api.Elementary;
import io.nabla.api.Matrix;
import io.nabla.api.SoftmaxActivation;

/**
 * The softmax a = eᶻ / Σ eᶻ, the sum taken over the column: outputs between 0 and 1 that sum to 1 for each example.
 *
 * <p>The greatest z of the column is subtracted from all of it first, which changes nothing but keeps eᶻ from
 * overflowing. The log-likelihood cost fuses with it, so that an output layer learns where it saturates.
 *
 * <pre>{@code
 * Matrix z = Matrix.column(kernels, 1, 2, 3);
 * Matrix a = new Softmax().apply(z);           // 0.0900, 0.2447, 0.6652
 * }</pre>
 *
 * @see <a href="http://neuralnetworksanddeeplearning.com/chap3.html">the book, chapter 3, "Softmax"</a>
 */
public final class Softmax implements SoftmaxActivation {
    /** The softmax. */
    public Softmax() {}

    @Override
    public String name() {
        return "softmax";
    }

    @Override
    public Matrix apply(Matrix z) {
        Matrix a = z.map(value -> value); // a copy in the memory of the pass
        for (int column = 0; column < a.columns(); column++) {
            double max = max(a, column);
            double sum = 0;
            for (int row = 0; row < a.rows(); row++) {
                a.set(row, column, Elementary.exp(a.get(row, column) - max));
                sum += a.get(row, column);
            }
            for (int row = 0; row < a.rows(); row++) {
                a.set(row, column, a.get(row, column) / sum);
            }
        }
        return a;
    }

    /** For each example a ⊙ (e - Σ e⊙a), with e the error on a: every output depends on every z of its column. */
    @Override
    public Matrix backward(Matrix errorOnA, Matrix z, Matrix a) {
        Matrix errorOnZ = errorOnA.hadamard(a);
        for (int column = 0; column < a.columns(); column++) {
            double mean = 0;
            for (int row = 0; row < a.rows(); row++) {
                mean = Math.fma(errorOnA.get(row, column), a.get(row, column), mean);
            }
            for (int row = 0; row < a.rows(); row++) {
                errorOnZ.set(row, column, a.get(row, column) * (errorOnA.get(row, column) - mean));
            }
        }
        return errorOnZ;
    }

    /** The greatest element of the column, NaN if there is one. */
    private static double max(Matrix z, int column) {
        double max = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < z.rows(); row++) {
            max = Math.max(max, z.get(row, column));
        }
        return max;
    }
}
