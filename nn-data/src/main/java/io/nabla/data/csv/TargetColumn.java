package io.nabla.data.csv;

/** How the cells of the target column become the outputs that are wanted of a network. */
public sealed interface TargetColumn permits NumberTarget, ClassTarget {
    /** The name of the column. */
    String name();

    /** How many outputs it has. */
    int width();
}
