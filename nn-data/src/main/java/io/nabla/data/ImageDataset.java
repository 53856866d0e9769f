package io.nabla.data;

import io.nabla.api.Dataset;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import java.util.Objects;

/**
 * Labelled images as a data set to learn from: pixels p/256 as inputs, one output per class.
 *
 * <p>The wanted output is 1 for the label's class and 0 for the others. The images stay bytes in memory; a mini-batch
 * gets its numbers when it is filled.
 *
 * <pre>{@code
 * Dataset training = new ImageDataset(images.slice(0, 50_000));   // 784 inputs, 10 outputs
 * }</pre>
 */
public final class ImageDataset implements Dataset {
    private static final double[] DOUBLES = new double[256];
    private static final float[] FLOATS = new float[256];

    static {
        for (int pixel = 0; pixel < 256; pixel++) {
            DOUBLES[pixel] = pixel / 256.0;
            FLOATS[pixel] = pixel / 256f;
        }
    }

    private final LabelledImages images;
    private final Shape inputs;
    private final Shape targets;

    /**
     * A data set of these images.
     *
     * @throws IllegalArgumentException if there are none
     */
    public ImageDataset(LabelledImages images) {
        this.images = Objects.requireNonNull(images, "images");
        if (images.size() == 0) {
            throw new IllegalArgumentException("a data set needs at least one image");
        }
        this.inputs = Shape.of(1, images.height(), images.width());
        this.targets = Shape.of(images.classes());
    }

    @Override
    public int size() {
        return images.size();
    }

    /** Channels × height × width, such as 1×28×28. */
    @Override
    public Shape inputs() {
        return inputs;
    }

    @Override
    public Shape targets() {
        return targets;
    }

    /** The images themselves. */
    public LabelledImages images() {
        return images;
    }

    @Override
    public void copyExamples(int[] order, int from, Matrix x, Matrix y) {
        int pixels = images.pixelsPerImage();
        byte[] bytes = images.allPixels();
        y.fill(0);
        for (int column = 0; column < x.columns(); column++) {
            int example = order[from + column];
            int first = images.offset(example);
            if (x.precision() == Precision.DOUBLE) {
                scale(bytes, first, pixels, x.doubles(), column * pixels);
            } else {
                scale(bytes, first, pixels, x.floats(), column * pixels);
            }
            y.set(images.label(example), column, 1);
        }
    }

    private static void scale(byte[] bytes, int first, int n, double[] values, int place) {
        for (int i = 0; i < n; i++) {
            values[place + i] = DOUBLES[bytes[first + i] & 0xFF];
        }
    }

    private static void scale(byte[] bytes, int first, int n, float[] values, int place) {
        for (int i = 0; i < n; i++) {
            values[place + i] = FLOATS[bytes[first + i] & 0xFF];
        }
    }
}
