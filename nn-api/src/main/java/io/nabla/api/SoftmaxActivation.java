package io.nabla.api;

/**
 * The promise that an activation is the softmax, e^z divided by the sum of e^z over each column.
 *
 * <p>A cost that knows σ may then fuse the two: with the log-likelihood, BP1 becomes a - y.
 */
public interface SoftmaxActivation extends Activation {}
