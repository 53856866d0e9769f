package io.nabla.clipping;

import io.nabla.api.Clipping;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Sequence;

/**
 * Cuts each derivative by itself to at most a bound: g ← max(-c, min(g, c)).
 *
 * <p>The direction of the gradient changes, unlike with {@link ClipByNorm}. NaN stays NaN.
 *
 * <pre>{@code
 * Trainer.builder(cost, optimizer).clip(new ClipByValue(0.5));
 * }</pre>
 *
 * @param bound c, finite and above 0
 * @see <a href="https://pytorch.org/docs/stable/generated/torch.nn.utils.clip_grad_value_.html">PyTorch's
 *     clip_grad_value_</a>
 */
public record ClipByValue(double bound) implements Clipping {
    /** The name under which it is found. */
    static final String NAME = "value";

    /**
     * Checks the bound.
     *
     * @throws IllegalArgumentException if it is not finite and above 0
     */
    public ClipByValue {
        if (!(bound > 0 && Double.isFinite(bound))) {
            throw new IllegalArgumentException(
                    "the bound of clipping is a finite number above 0, such as 0.5, but got " + bound);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void clip(Sequence<Parameters> nabla, int m) {
        double most = bound * m; // of a sum over m examples
        for (Parameters ofLayer : nabla) {
            for (Parameter parameter : ofLayer) {
                Matrix g = parameter.value();
                for (int i = 0; parameter.role().isLearned() && i < g.size(); i++) {
                    g.set(i, Math.max(-most, Math.min(g.get(i), most)));
                }
            }
        }
    }
}
