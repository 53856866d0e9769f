package io.nabla.data;

/**
 * A training set and the test set that belongs to it.
 *
 * @param training the images to learn from
 * @param test images of the same size and classes, never learned from
 */
public record TrainTestSplit(LabelledImages training, LabelledImages test) {
    /**
     * Checks that the two sets fit each other.
     *
     * @throws IllegalArgumentException if they differ in image size or in the number of classes
     */
    public TrainTestSplit {
        if (!training.shape().equals(test.shape()) || training.classes() != test.classes()) {
            throw new IllegalArgumentException(
                    "training and test set do not fit each other: " + training + ", but " + test);
        }
    }
}
