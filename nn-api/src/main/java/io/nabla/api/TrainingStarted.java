package io.nabla.api;

/**
 * Training begins.
 *
 * @param epochs how many epochs are wanted
 * @param examples n, the size of the training set
 * @param miniBatches how many mini-batches an epoch has
 */
public record TrainingStarted(int epochs, int examples, int miniBatches) {}
