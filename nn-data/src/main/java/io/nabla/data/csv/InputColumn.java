package io.nabla.data.csv;

import java.util.List;

/** How the cells of one column become inputs of a network. */
public sealed interface InputColumn permits NumberInput, CategoryInput {
    /** The name of the column. */
    String name();

    /** How many inputs it has. */
    int width();

    /** What each of its inputs is, such as {@code age}, or {@code colour=red} and {@code colour=green}. */
    List<String> inputNames();
}
