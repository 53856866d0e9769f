package io.nabla.data.csv;

/** What becomes of a missing cell among numbers. */
public enum MissingNumbers {
    /** The file is refused, with the line. */
    REFUSE,
    /** The cell gets the mean of the column's numbers in the training rows. */
    MEAN,
    /** The cell gets the median of the column's numbers in the training rows; of an even count, the mean of the middle two. */
    MEDIAN
}
