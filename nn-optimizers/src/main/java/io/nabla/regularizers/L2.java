package io.nabla.regularizers;

import io.nabla.api.Matrix;
import io.nabla.api.Regularizer;

/**
 * L2 regularization (weight decay), the book's: C = C₀ + (λ/2n) Σw², biases left out.
 *
 * <p>The penalty of the summed cost is ½ λ Σw². A mini-batch of m out of n examples carries the share m/n of it, so a
 * step of gradient descent shrinks each weight by the factor 1 - ηλ/n.
 *
 * <pre>{@code
 * Regularizer l2 = new L2(5.0);
 * double penalty = l2.penalty(w);              // 2.5 · Σw²
 * l2.addGradient(w, 10.0 / 50_000, nabla);     // nabla + 0.001·w
 * }</pre>
 *
 * @param lambda λ of the summed cost, which the mean cost divides by n, the number of training examples; finite and at
 *     least 0; with 0 nothing is penalized
 * @see <a href="http://neuralnetworksanddeeplearning.com/chap3.html">the book, chapter 3, equation 87</a>
 */
public record L2(double lambda) implements Regularizer {
    static final String NAME = "l2";

    /**
     * Checks lambda.
     *
     * @throws IllegalArgumentException if it is not finite and at least 0
     */
    public L2 {
        if (!(lambda >= 0 && Double.isFinite(lambda))) {
            throw new IllegalArgumentException(
                    "lambda is a finite number of at least 0, such as 5.0, but got " + lambda);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double penalty(Matrix w) {
        return 0.5 * lambda * w.dot(w);
    }

    @Override
    public void addGradient(Matrix w, double share, Matrix nabla) {
        nabla.combine(1, share * lambda, w);
    }
}
