package io.nabla.examples.book;

import io.nabla.api.Kernels;
import io.nabla.api.TrainingListener;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/**
 * How a scenario is to be played, and who listens.
 *
 * @param kernels the arithmetic, in double as the book's
 * @param epochs how many epochs each run has, instead of the book's number
 * @param stop whether the user wants it to end
 * @param listener is told what is read off
 */
record Replay(Kernels kernels, OptionalInt epochs, BooleanSupplier stop, Listener listener) {
    /** How many epochs a run has. */
    int epochsOf(int booksNumber) {
        return epochs.orElse(booksNumber);
    }

    /** Is told what happens, on the thread that plays. */
    interface Listener extends TrainingListener {
        /**
         * A run begins.
         *
         * @param run its name in the scenario
         * @param epochs how many epochs it will have
         */
        void runStarted(String run, int epochs);

        /** Something was read off. */
        void read(Reading reading);
    }
}
