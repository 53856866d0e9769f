package io.nabla.examples.model;

import io.nabla.api.Matrix;

/** Examples of a file whose outputs nobody knows yet. */
interface Examples extends AutoCloseable {
    /** How many there are. */
    int size();

    /** What an example is called, such as {@code rows.csv:3}. */
    String name(int example);

    /** Writes the inputs of consecutive examples into the columns of x. */
    void copyInputs(int from, Matrix x);

    @Override
    default void close() {}
}
