package io.nabla.api;

/**
 * Training is over.
 *
 * @param epochs how many epochs were completed
 * @param stopped whether it was stopped before the wanted number
 */
public record TrainingFinished(int epochs, boolean stopped) {}
