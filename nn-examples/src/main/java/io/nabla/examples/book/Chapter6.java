package io.nabla.examples.book;

import io.nabla.activations.Relu;
import io.nabla.activations.Sigmoid;
import io.nabla.activations.Softmax;
import io.nabla.api.Activation;
import io.nabla.api.LayerDescription;
import io.nabla.layers.Convolution2d;
import io.nabla.layers.Dense;
import io.nabla.layers.Dropout;
import io.nabla.layers.MaxPool2d;
import java.util.List;

/**
 * The experiments of chapter 6 with {@code network3.py}: convolutional networks, softmax with log-likelihood.
 *
 * <p>The author ran them on a graphics card, in float and without a seed; his figure is the test accuracy after the epoch in which most
 * validation images were right. We show the best test accuracy beside it.
 */
final class Chapter6 {
    private static final Activation SIGMOID = new Sigmoid();
    private static final Activation RELU = new Relu();
    private static final LayerDescription OUTPUT = new Dense(10, new Softmax());

    private Chapter6() {}

    /** A convolution of 5×5 with 20 filters, pooled, and a dense layer of 100 sigmoid neurons: 98.78 percent. */
    static Scenario conv1() {
        return new ConvolutionScenario(
                "conv1",
                "a convolution before the dense layer",
                List.of(new Convolution2d(20, 5, SIGMOID), new MaxPool2d(2), new Dense(100, SIGMOID), OUTPUT),
                new ConvolutionScenario.Settings(0.1, 0, 60, false),
                9878);
    }

    /** A second convolution with 40 filters: 99.06 percent. */
    static Scenario conv2() {
        return new ConvolutionScenario(
                "conv2",
                "two convolutions",
                twoConvolutions(SIGMOID),
                new ConvolutionScenario.Settings(0.1, 0, 60, false),
                9906);
    }

    /** The same with rectified linear units: 99.23 percent. */
    static Scenario conv2Relu() {
        return new ConvolutionScenario(
                "conv2-relu",
                "two convolutions of rectified linear units",
                twoConvolutions(RELU),
                new ConvolutionScenario.Settings(0.03, 0.1, 60, false),
                9923);
    }

    /** Two dense layers of 1,000 with dropout, on the training images and their shifted copies: 99.60 percent. */
    static Scenario dropout() {
        return new ConvolutionScenario(
                "dropout",
                "two dense layers of 1,000 with dropout, five times the images",
                List.of(
                        new Convolution2d(20, 5, RELU),
                        new MaxPool2d(2),
                        new Convolution2d(40, 5, RELU),
                        new MaxPool2d(2),
                        new Dropout(0.5),
                        new Dense(1_000, RELU),
                        new Dropout(0.5),
                        new Dense(1_000, RELU),
                        new Dropout(0.5),
                        OUTPUT),
                new ConvolutionScenario.Settings(0.03, 0, 40, true),
                9960);
    }

    private static List<LayerDescription> twoConvolutions(Activation sigma) {
        return List.of(
                new Convolution2d(20, 5, sigma),
                new MaxPool2d(2),
                new Convolution2d(40, 5, sigma),
                new MaxPool2d(2),
                new Dense(100, sigma),
                OUTPUT);
    }
}
