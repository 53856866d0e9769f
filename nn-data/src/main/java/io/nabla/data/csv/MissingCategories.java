package io.nabla.data.csv;

/** What becomes of a missing cell among words. */
public enum MissingCategories {
    /** The file is refused, with the line. */
    REFUSE,
    /** The cell gets the word that the training rows have most often; of equally frequent ones, the first of the alphabet. */
    MOST_FREQUENT,
    /** Missing is a category of its own, with an input of its own, the column's last. */
    OWN_CATEGORY
}
