package io.nabla.core;

import io.nabla.api.Parameters;
import io.nabla.api.Sequence;

/**
 * How a gradient that is too large is cut before the optimizer sees it.
 *
 * <p>What is cut is the <em>mean</em> gradient of a mini-batch, nabla / m, with the regularizer's share in it: what PyTorch
 * clips where the penalty is a part of the loss. A decay of the optimizer's own, as AdamW's, comes behind it.
 *
 * <pre>{@code
 * Trainer.builder(cost, optimizer).clip(new ClipByNorm(1.0));
 * }</pre>
 */
public sealed interface Clipping permits ClipByNorm, ClipByValue {
    /**
     * Cuts a gradient in place.
     *
     * @param nabla the gradient of a whole network, summed over the mini-batch
     * @param m how many examples the mini-batch had
     */
    void clip(Sequence<Parameters> nabla, int m);
}
