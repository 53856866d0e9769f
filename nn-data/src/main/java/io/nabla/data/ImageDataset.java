package io.nabla.data;

import io.nabla.api.Dataset;
import io.nabla.api.Matrix;
import io.nabla.api.Shape;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
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
    private static final VarHandle BYTES = MethodHandles.arrayElementVarHandle(byte[].class);
    private static final int CACHE_LINE = 64;

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
        this.inputs = images.shape();
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
        int[] places = new int[x.columns()];
        y.fill(0);
        for (int column = 0; column < places.length; column++) {
            int example = order[from + column];
            y.set(images.label(example), column, 1);
            places[column] = images.offset(example);
            touch(bytes, places[column], pixels);
        }
        x.fillFromBytes(bytes, places, 1.0 / 256);
    }

    /**
     * Reads one byte of each cache line: shuffled images lie far from each other, and when all are asked for first, memory
     * brings them side by side instead of one after the other.
     */
    private static void touch(byte[] bytes, int first, int n) {
        for (int i = 0; i < n; i += CACHE_LINE) {
            // An opaque read is never left out, though nobody uses what it gives.
            BYTES.getOpaque(bytes, first + i);
        }
    }
}
