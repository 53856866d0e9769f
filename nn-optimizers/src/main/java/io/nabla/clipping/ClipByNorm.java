package io.nabla.clipping;

import io.nabla.api.Clipping;
import io.nabla.api.Norm;
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
 * <pre>{@code
 * Trainer.builder(cost, optimizer).clip(new ClipByNorm(1.0));
 * }</pre>
 *
 * @param bound c, finite and above 0
 * @see <a href="https://arxiv.org/abs/1211.5063">Pascanu, Mikolov and Bengio, On the difficulty of training recurrent neural
 *     networks, 2013, algorithm 1</a>
 * @see <a href="https://pytorch.org/docs/stable/generated/torch.nn.utils.clip_grad_norm_.html">PyTorch's clip_grad_norm_,
 *     which adds 10⁻⁶ to ‖g‖</a>
 */
public record ClipByNorm(double bound) implements Clipping {
    /** The name under which it is found. */
    static final String NAME = "norm";

    /**
     * Checks the bound.
     *
     * @throws IllegalArgumentException if it is not finite and above 0
     */
    public ClipByNorm {
        if (!(bound > 0 && Double.isFinite(bound))) {
            throw new IllegalArgumentException(
                    "the norm of clipping is a finite number above 0, such as 1.0, but got " + bound);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void clip(Sequence<Parameters> nabla, int m) {
        double length = Norm.of(nabla) / m;
        if (length > bound && Double.isFinite(length)) {
            double factor = bound / length;
            for (Parameters ofLayer : nabla) {
                for (Parameter parameter : ofLayer) {
                    if (parameter.role().isLearned()) {
                        parameter.value().combine(factor, 0, parameter.value());
                    }
                }
            }
        }
    }
}
