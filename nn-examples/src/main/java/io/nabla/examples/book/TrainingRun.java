package io.nabla.examples.book;

import java.util.OptionalInt;

/**
 * One call of the book's {@code net.SGD(training_data, epochs, 10, eta, lmbda=lambda)}.
 *
 * @param name what it is called in its scenario
 * @param start with which weights it starts
 * @param eta η, the learning rate
 * @param lambda λ, the strength of L2 regularization; 0 for none
 * @param slice how many images of {@code training_data[:slice]}; empty for {@code training_data} itself
 * @param epochs how often each image is learned
 */
record TrainingRun(String name, Start start, double eta, double lambda, OptionalInt slice, int epochs) {
    /** A run on {@code training_data} itself: it is shuffled in place, and the next run goes on in that order. */
    static TrainingRun onAll(String name, Start start, double eta, double lambda, int epochs) {
        return new TrainingRun(name, start, eta, lambda, OptionalInt.empty(), epochs);
    }

    /** A run on {@code training_data[:slice]}: a list of its own, which leaves the order of the whole as it is. */
    static TrainingRun onFirst(int slice, String name, Start start, double eta, double lambda, int epochs) {
        return new TrainingRun(name, start, eta, lambda, OptionalInt.of(slice), epochs);
    }
}
