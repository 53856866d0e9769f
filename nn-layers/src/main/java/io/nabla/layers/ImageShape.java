package io.nabla.layers;

import io.nabla.api.Shape;

/** The three numbers of an image's shape. */
record ImageShape(int channels, int height, int width) {
    /**
     * Reads a shape as that of an image.
     *
     * @throws IllegalArgumentException if it has not three dimensions
     */
    static ImageShape of(String kind, Shape shape) {
        if (shape.dimensions().size() != 3) {
            throw new IllegalArgumentException(
                    "a layer of " + kind + " takes images of channels × height × width, such as 1×28×28, but gets "
                            + shape + "; put a reshape layer before it, or begin the network with such a shape");
        }
        return new ImageShape(
                shape.dimensions().get(0),
                shape.dimensions().get(1),
                shape.dimensions().get(2));
    }
}
