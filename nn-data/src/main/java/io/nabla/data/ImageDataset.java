package io.nabla.data;

import io.nabla.api.Dataset;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
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
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int CACHE_LINE = 64;

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
            y.set(images.label(example), column, 1);
            touch(bytes, images.offset(example), pixels);
        }
        for (int column = 0; column < x.columns(); column++) {
            int first = images.offset(order[from + column]);
            if (x.precision() == Precision.DOUBLE) {
                scale(bytes, first, pixels, x.doubles(), column * pixels);
            } else {
                scale(bytes, first, pixels, x.floats(), column * pixels);
            }
        }
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

    /** Most pixels are background: eight of these at once are nothing to do. */
    private static void scale(byte[] bytes, int first, int n, double[] values, int place) {
        Arrays.fill(values, place, place + n, 0);
        int i = 0;
        for (; i <= n - 8; i += 8) {
            long eight = (long) EIGHT_BYTES.get(bytes, first + i);
            if (eight != 0) {
                int at = place + i;
                values[at] = DOUBLES[(int) eight & 0xFF];
                values[at + 1] = DOUBLES[(int) (eight >>> 8) & 0xFF];
                values[at + 2] = DOUBLES[(int) (eight >>> 16) & 0xFF];
                values[at + 3] = DOUBLES[(int) (eight >>> 24) & 0xFF];
                values[at + 4] = DOUBLES[(int) (eight >>> 32) & 0xFF];
                values[at + 5] = DOUBLES[(int) (eight >>> 40) & 0xFF];
                values[at + 6] = DOUBLES[(int) (eight >>> 48) & 0xFF];
                values[at + 7] = DOUBLES[(int) (eight >>> 56)];
            }
        }
        for (; i < n; i++) {
            values[place + i] = DOUBLES[bytes[first + i] & 0xFF];
        }
    }

    private static void scale(byte[] bytes, int first, int n, float[] values, int place) {
        Arrays.fill(values, place, place + n, 0);
        int i = 0;
        for (; i <= n - 8; i += 8) {
            long eight = (long) EIGHT_BYTES.get(bytes, first + i);
            if (eight != 0) {
                int at = place + i;
                values[at] = FLOATS[(int) eight & 0xFF];
                values[at + 1] = FLOATS[(int) (eight >>> 8) & 0xFF];
                values[at + 2] = FLOATS[(int) (eight >>> 16) & 0xFF];
                values[at + 3] = FLOATS[(int) (eight >>> 24) & 0xFF];
                values[at + 4] = FLOATS[(int) (eight >>> 32) & 0xFF];
                values[at + 5] = FLOATS[(int) (eight >>> 40) & 0xFF];
                values[at + 6] = FLOATS[(int) (eight >>> 48) & 0xFF];
                values[at + 7] = FLOATS[(int) (eight >>> 56)];
            }
        }
        for (; i < n; i++) {
            values[place + i] = FLOATS[bytes[first + i] & 0xFF];
        }
    }
}
