package io.nabla.regularizers;

import io.nabla.api.Matrix;
import io.nabla.api.Regularizer;

/**
 * The elastic net, {@link L1} and {@link L2} in one: C = C₀ + (λ/n) Σ (ρ |w| + (1 - ρ) w²/2), biases left out.
 *
 * <p>The penalty of the summed cost is λ Σ (ρ |w| + (1 - ρ) w²/2). With ρ = 1 it is L1, which pulls small weights to zero,
 * and with ρ = 0 it is L2, which shrinks large ones.
 *
 * <pre>{@code
 * Regularizer both = new ElasticNet(5.0, 0.2);
 * double penalty = both.penalty(w);              // 1 · Σ|w| + 2 · Σw²
 * both.addGradient(w, 10.0 / 50_000, nabla);     // nabla + 0.0002·sgn(w) + 0.0008·w
 * }</pre>
 *
 * @param lambda λ of the summed cost, which the mean cost divides by n, the number of training examples; finite and at
 *     least 0; with 0 nothing is penalized
 * @param l1Ratio ρ, the part of λ that is L1's: from 0 to 1
 * @see <a href="https://doi.org/10.1111/j.1467-9868.2005.00503.x">Zou and Hastie, Regularization and variable selection
 *     via the elastic net, 2005</a>
 */
public record ElasticNet(double lambda, double l1Ratio) implements Regularizer {
    static final String NAME = "elastic-net";
    static final double L1_RATIO = 0.5;

    /**
     * Checks both numbers.
     *
     * @throws IllegalArgumentException if lambda is not finite and at least 0, or the ratio not from 0 to 1
     */
    public ElasticNet {
        if (!(lambda >= 0 && Double.isFinite(lambda))) {
            throw new IllegalArgumentException(
                    "lambda is a finite number of at least 0, such as 5.0, but got " + lambda);
        }
        if (!(l1Ratio >= 0 && l1Ratio <= 1)) {
            throw new IllegalArgumentException(
                    "the L1 ratio is from 0 to 1, such as " + L1_RATIO + ", but got " + l1Ratio);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double penalty(Matrix w) {
        return l1().penalty(w) + l2().penalty(w);
    }

    @Override
    public void addGradient(Matrix w, double share, Matrix nabla) {
        l1().addGradient(w, share, nabla);
        l2().addGradient(w, share, nabla);
    }

    private L1 l1() {
        return new L1(lambda * l1Ratio);
    }

    private L2 l2() {
        return new L2(lambda * (1 - l1Ratio));
    }
}
