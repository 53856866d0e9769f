package io.nabla.api;

/**
 * How a gradient that is too large is cut before the optimizer sees it.
 *
 * <p>What is cut is the <em>mean</em> gradient of a mini-batch, nabla / m, with the regularizer's share in it: what PyTorch
 * clips where the penalty is a part of the loss. A decay of the optimizer's own, as AdamW's, comes behind it. A rule is
 * immutable.
 *
 * <pre>{@code
 * public record Half() implements Clipping {
 *     public String name() { return "half"; }
 *     public void clip(Sequence<Parameters> nabla, int m) {
 *         for (Parameters ofLayer : nabla) {
 *             ofLayer.forEach(parameter -> parameter.value().combine(0.5, 0, parameter.value()));
 *         }
 *     }
 * }
 * }</pre>
 */
public interface Clipping extends Named {
    /**
     * Cuts a gradient in place; what is not {@link Parameter.Role#isLearned learned} stays as it is.
     *
     * @param nabla the gradient of a whole network, summed over the mini-batch
     * @param m how many examples the mini-batch had
     */
    void clip(Sequence<Parameters> nabla, int m);
}
