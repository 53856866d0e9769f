package io.nabla.core;

import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Sequence;

/**
 * Scales a gradient that is too long back to a norm of c, all its derivatives alike: g ← g · c / ‖g‖ where ‖g‖ > c.
 *
 * <p>‖g‖ = √Σ g² is taken over everything that is learned, in all layers, in double and in a fixed order: the same bits for any kernels
 * and any number of threads. The direction of the gradient stays, and exploding gradients do no harm. A gradient that is not
 * finite has no direction and is left as it is.
 *
 * @param norm c, finite and above 0
 * @see <a href="https://arxiv.org/abs/1211.5063">Pascanu, Mikolov and Bengio, On the difficulty of training recurrent neural
 *     networks, 2013, algorithm 1</a>
 * @see <a href="https://pytorch.org/docs/stable/generated/torch.nn.utils.clip_grad_norm_.html">PyTorch's clip_grad_norm_,
 *     which adds 10⁻⁶ to ‖g‖</a>
 */
public record ClipByNorm(double norm) implements Clipping {
    /** A power of two that keeps the squares of all but hopeless numbers within range. */
    private static final double TINY = 0x1p-540;

    /**
     * Checks the norm.
     *
     * @throws IllegalArgumentException if it is not finite and above 0
     */
    public ClipByNorm {
        if (!(norm > 0 && Double.isFinite(norm))) {
            throw new IllegalArgumentException(
                    "the norm of clipping is a finite number above 0, such as 1.0, but got " + norm);
        }
    }

    @Override
    public void clip(Sequence<Parameters> nabla, int m) {
        double length = norm(nabla) / m;
        if (length > norm && Double.isFinite(length)) {
            double factor = norm / length;
            for (Parameters ofLayer : nabla) {
                for (Parameter parameter : ofLayer) {
                    if (parameter.role().isLearned()) {
                        parameter.value().combine(factor, 0, parameter.value());
                    }
                }
            }
        }
    }

    /** The norm of all numbers together; infinite only where one of them is, or the norm itself is out of range. */
    static double norm(Sequence<Parameters> numbers) {
        double norm = Math.sqrt(squares(numbers, 1));
        return Double.isInfinite(norm) ? Math.sqrt(squares(numbers, TINY)) / TINY : norm;
    }

    private static double squares(Sequence<Parameters> numbers, double unit) {
        double sum = 0;
        for (Parameters ofLayer : numbers) {
            for (Parameter parameter : ofLayer) {
                Matrix g = parameter.value();
                for (int i = 0; parameter.role().isLearned() && i < g.size(); i++) {
                    double x = unit * g.get(i);
                    sum = Math.fma(x, x, sum);
                }
            }
        }
        return sum;
    }
}
