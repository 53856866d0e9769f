package io.nabla.api;

/**
 * A mini-batch was learned.
 *
 * @param epoch from 1
 * @param miniBatch its number in the epoch, from 1
 * @param miniBatches how many the epoch has
 * @param examples m, its real size
 * @param cost its cost before the update, summed over its examples, times their weights if they have some, without the regularizer's penalty
 * @param pace the factor on the learning rate in the update; 1 without a {@link Schedule}
 */
public record MiniBatchCompleted(int epoch, int miniBatch, int miniBatches, int examples, double cost, double pace) {}
