package io.nabla.layers;

import io.nabla.api.Kernels;
import io.nabla.api.Layer;
import io.nabla.api.LayerDescription;
import io.nabla.api.Pooling;
import io.nabla.api.Shape;

/**
 * A pooling layer to be that keeps the greatest number of each window: an image gets smaller, and small shifts in it count less.
 *
 * <p>It takes images of the shape channels × height × width, and gives channels × rows × columns, where
 * {@code rows = (height - size) / stride + 1}, rounded down, and columns likewise: rows and columns that fill no window are left out.
 * The error goes back to that number alone, the first of several equals. The layer learns nothing.
 *
 * <pre>{@code
 * Layer layer = new MaxPool2d(2).build(Shape.of(20, 24, 24), kernels);   // gives 20×12×12
 * }</pre>
 *
 * @param size the side of the square window, at least 1
 * @param stride how far the window moves, at least 1
 * @see <a href="http://neuralnetworksanddeeplearning.com/chap6.html">the book, chapter 6, "Pooling layers"</a>
 */
public record MaxPool2d(int size, int stride) implements LayerDescription {
    /** The kind of these layers. */
    static final String KIND = "max-pool2d";

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one is below 1
     */
    public MaxPool2d {
        if (size < 1 || stride < 1) {
            throw new IllegalArgumentException(
                    "a window has a size and a stride of at least 1, but got " + size + " and " + stride);
        }
    }

    /** A layer whose windows lie side by side. */
    public MaxPool2d(int size) {
        this(size, size);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Layer build(Shape inputs, Kernels kernels) {
        ImageShape image = ImageShape.of(KIND, inputs);
        Pooling pooling = new Pooling(image.channels(), image.height(), image.width(), size, stride);
        return new MaxPoolLayer(inputs, pooling);
    }
}
