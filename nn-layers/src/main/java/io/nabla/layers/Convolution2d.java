package io.nabla.layers;

import io.nabla.api.Activation;
import io.nabla.api.Convolution;
import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Shape;
import java.util.Objects;

/**
 * A convolutional layer to be: each filter slides over an image and gives an image of its own, a = σ(w∗a + b), as in the book's
 * chapter 6.
 *
 * <p>It takes images of the shape channels × height × width, and gives filters × rows × columns, where
 * {@code rows = (height + 2 padding - kernel) / stride + 1}, rounded down, and columns likewise. A filter sees a square of all channels at
 * once, and is moved without being turned over (a cross-correlation, as in all such libraries). Its parameters are {@code weights} (filters
 * × channels·kernel·kernel: for each channel the rows of the square) and {@code biases} (filters × 1).
 *
 * <pre>{@code
 * Network network = Network.builder(1, 28, 28)
 *         .layer(new Convolution2d(20, 5, new Relu()))       // 20×24×24
 *         .layer(new MaxPool2d(2))                           // 20×12×12
 *         .layer(new Dense(10, new Softmax()))
 *         .build(new HeGaussian(), new NumpyRandom(42));
 * }</pre>
 *
 * @param filters how many images it gives, at least 1
 * @param kernel the side of the square that a filter sees, at least 1
 * @param stride how far a filter moves from place to place, at least 1
 * @param padding how many rows and columns of zeros are put around the image, from 0 to below the kernel
 * @param activation σ
 * @see <a href="http://neuralnetworksanddeeplearning.com/chap6.html">the book, chapter 6</a>
 */
public record Convolution2d(int filters, int kernel, int stride, int padding, Activation activation)
        implements LayerDescription {
    /** The kind of these layers. */
    static final String KIND = "convolution2d";

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if there is less than one filter, or another number is out of its range
     */
    public Convolution2d {
        Objects.requireNonNull(activation, "activation");
        if (filters < 1 || kernel < 1 || stride < 1) {
            throw new IllegalArgumentException(
                    "a convolution has at least 1 filter, a kernel of at least 1 and a stride of"
                            + " at least 1, but got " + filters + ", " + kernel + " and " + stride);
        }
        if (padding < 0 || padding >= kernel) {
            throw new IllegalArgumentException(
                    "a padding is from 0 to below the kernel's size of " + kernel + ", but got " + padding);
        }
    }

    /** A layer whose filters move by one place, without padding. */
    public Convolution2d(int filters, int kernel, Activation activation) {
        this(filters, kernel, 1, 0, activation);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Layer build(Shape inputs, Kernels kernels) {
        ImageShape image = ImageShape.of(KIND, inputs);
        return new ConvolutionLayer(
                inputs,
                new Convolution(image.channels(), image.height(), image.width(), filters, kernel, stride, padding),
                activation,
                kernels);
    }
}
