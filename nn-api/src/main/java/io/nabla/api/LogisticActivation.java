package io.nabla.api;

/**
 * The promise that an activation is the logistic function 1 / (1 + e⁻ᶻ), element by element.
 *
 * <p>A cost that knows σ may then fuse the two: with the cross-entropy, BP1 becomes a - y, without the product of σ′,
 * which is 0 where the output saturates.
 */
public interface LogisticActivation extends ElementwiseActivation {}
