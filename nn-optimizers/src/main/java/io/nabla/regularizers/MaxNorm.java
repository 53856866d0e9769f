package io.nabla.regularizers;

import io.nabla.api.Matrix;
import io.nabla.api.Regularizer;

/**
 * Max-norm: after each step, the weights that come into one unit are scaled back to a norm of at most c.
 *
 * <p>A unit is a row of the weight matrix, and its norm ‖w‖ = √Σ w² over the row; one that is longer becomes w · c / ‖w‖.
 * It is no penalty: neither cost nor gradient know of it, and biases are left out. It goes well with dropout, as large
 * learning rates cannot blow the weights up then; the paper has c from 3 to 4.
 *
 * <pre>{@code
 * Regularizer maxNorm = new MaxNorm(3);
 * maxNorm.limit(w);   // a row of (3, 4), whose norm is 5, becomes (1.8, 2.4)
 * }</pre>
 *
 * @param bound c, finite and above 0
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al., Dropout: A Simple Way to Prevent Neural
 *     Networks from Overfitting, 2014, section 5.1</a>
 */
public record MaxNorm(double bound) implements Regularizer {
    static final String NAME = "max-norm";

    /**
     * Checks the bound.
     *
     * @throws IllegalArgumentException if it is not finite and above 0
     */
    public MaxNorm {
        if (!(bound > 0 && Double.isFinite(bound))) {
            throw new IllegalArgumentException("the bound is a finite number above 0, such as 3.0, but got " + bound);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Always 0. */
    @Override
    public double penalty(Matrix w) {
        return 0;
    }

    /** Adds nothing. */
    @Override
    public void addGradient(Matrix w, double share, Matrix nabla) {
        // What is too long is cut after the step, whatever the gradient.
    }

    @Override
    public void limit(Matrix w) {
        double[] squares = new double[w.rows()];
        for (int column = 0, i = 0; column < w.columns(); column++) {
            for (int row = 0; row < w.rows(); row++, i++) {
                squares[row] = Math.fma(w.get(i), w.get(i), squares[row]);
            }
        }
        for (int row = 0; row < w.rows(); row++) {
            double norm = Math.sqrt(squares[row]);
            // Weights that have overflowed stay, to be found where they came from.
            if (norm > bound && Double.isFinite(norm)) {
                scaleRow(w, row, bound / norm);
            }
        }
    }

    private static void scaleRow(Matrix w, int row, double factor) {
        for (int column = 0; column < w.columns(); column++) {
            w.set(row, column, factor * w.get(row, column));
        }
    }
}
