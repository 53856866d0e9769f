package io.nabla.data.csv;

/** What becomes of a word that the table learned from did not have. */
public enum UnknownCategories {
    /** The file is refused, with the line. */
    REFUSE,
    /** It is none of the known ones: all inputs of the column are 0. */
    ZEROS
}
