package io.nabla.regularizers;

import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.RangeLoop;
import io.nabla.api.Regularizer;

/**
 * L1 regularization, the book's: C = C₀ + (λ/n) Σ|w|, biases left out.
 *
 * <p>The penalty of the summed cost is λ Σ|w|. A mini-batch of m out of n examples carries the share m/n of it, so a step
 * of gradient descent moves each weight by ηλ/n towards zero, however large it is: unlike with {@link L2}, few large
 * weights remain and the others go to about zero. At zero, where |w| has no slope, the derivative is taken as 0.
 *
 * <pre>{@code
 * Regularizer l1 = new L1(5.0);
 * double penalty = l1.penalty(w);              // 5 · Σ|w|
 * l1.addGradient(w, 10.0 / 50_000, nabla);     // nabla + 0.001·sgn(w)
 * }</pre>
 *
 * @param lambda λ of the summed cost, which the mean cost divides by n, the number of training examples; finite and at
 *     least 0; with 0 nothing is penalized
 * @see <a href="http://neuralnetworksanddeeplearning.com/chap3.html">the book, chapter 3, equations 95 and 96</a>
 */
public record L1(double lambda) implements Regularizer {
    static final String NAME = "l1";

    /**
     * Checks lambda.
     *
     * @throws IllegalArgumentException if it is not finite and at least 0
     */
    public L1 {
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
        double sum = 0;
        for (int i = 0; i < w.size(); i++) {
            sum += Math.abs(w.get(i));
        }
        return lambda * sum;
    }

    /**
     * Adds share · λ · sgn(w).
     *
     * @throws IllegalArgumentException if nabla has another shape or precision than w
     */
    @Override
    public void addGradient(Matrix w, double share, Matrix nabla) {
        if (nabla.rows() != w.rows() || nabla.columns() != w.columns() || nabla.precision() != w.precision()) {
            throw new IllegalArgumentException("nabla is " + nabla + " but w is " + w + "; both are alike");
        }
        if (w.precision() == Precision.DOUBLE) {
            addSigns(w, share * lambda, nabla);
        } else {
            addSignsOfFloats(w, (float) (share * lambda), nabla);
        }
    }

    private static void addSigns(Matrix w, double pull, Matrix nabla) {
        double[] ws = w.doubles();
        double[] nablas = nabla.doubles();
        RangeLoop loop = (from, to) -> {
            for (int i = from; i < to; i++) {
                nablas[i] = Math.fma(pull, Math.signum(ws[i]), nablas[i]);
            }
        };
        w.kernels().run(loop, 0, w.size());
    }

    private static void addSignsOfFloats(Matrix w, float pull, Matrix nabla) {
        float[] ws = w.floats();
        float[] nablas = nabla.floats();
        RangeLoop loop = (from, to) -> {
            for (int i = from; i < to; i++) {
                nablas[i] = Math.fma(pull, Math.signum(ws[i]), nablas[i]);
            }
        };
        w.kernels().run(loop, 0, w.size());
    }
}
