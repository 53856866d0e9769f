package io.nabla.examples.book;

import io.nabla.data.LabelledImages;

/**
 * MNIST as the book divides it.
 *
 * @param training the first 50,000 of the 60,000 training images
 * @param validation the last 10,000 of them
 * @param test the 10,000 test images
 */
record BookData(LabelledImages training, LabelledImages validation, LabelledImages test) {
    /**
     * The images that a measure is about.
     *
     * @param name {@code training}, {@code validation} or {@code test}
     * @param trained how many of the training images were trained on: the first ones
     */
    LabelledImages named(String name, int trained) {
        return switch (name) {
            case "training" -> training.slice(0, trained);
            case "validation" -> validation;
            case "test" -> test;
            default ->
                throw new IllegalArgumentException("no data named '" + name + "'; have [training, validation, test]");
        };
    }
}
