package io.nabla.examples.book;

import io.nabla.api.Evaluation;
import io.nabla.core.Accuracy;
import java.util.Locale;

/** What is read off during a scenario. */
enum Measure {
    /** The mean cost of a training image, the penalty on weights included. */
    TRAINING_COST("training", "trainingCost", "training cost"),
    /** How many training images are classified right. */
    TRAINING_CORRECT("training", "trainingCorrect", "training correct"),
    /** How many of the 10,000 validation images are classified right. */
    VALIDATION_CORRECT("validation", "validationCorrect", "validation correct"),
    /** The mean cost of a test image, the penalty on weights included. */
    TEST_COST("test", "testCost", "test cost"),
    /** How many of the 10,000 test images are classified right. */
    TEST_CORRECT("test", "testCorrect", "test correct"),
    /** What the single neuron gives. */
    OUTPUT("", "output", "output"),
    /** How fast a layer learns: the norm of its gradient by the biases, the mean over the images. */
    GRADIENT_NORM("", "gradientNorm", "gradient norm");

    private final String dataset;
    private final String key;
    private final String words;

    Measure(String dataset, String key, String words) {
        this.dataset = dataset;
        this.key = key;
        this.words = words;
    }

    /** The data set that it is measured on, as {@link BookData#named} knows it; empty if on none. */
    String dataset() {
        return dataset;
    }

    /** Its key in JSON. */
    String key() {
        return key;
    }

    /** Its name in a table. */
    String words() {
        return words;
    }

    /** Whether it counts images, and so is a whole number. */
    boolean isCount() {
        return this == TRAINING_CORRECT || this == VALIDATION_CORRECT || this == TEST_CORRECT;
    }

    /** Its value in what was measured on its data set. */
    double of(Evaluation evaluation) {
        return isCount() ? evaluation.sum(Accuracy.NAME) : evaluation.cost();
    }

    /** A value of it as a table shows it. */
    String format(double value) {
        return String.format(Locale.ROOT, isCount() ? "%.0f" : "%.6f", value);
    }
}
