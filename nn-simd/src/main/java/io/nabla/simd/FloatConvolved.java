package io.nabla.simd;

import io.nabla.api.Convolution;
import io.nabla.api.Matrix;
import java.util.Arrays;

/**
 * Convolutions with the examples of a group side by side in the vectors.
 *
 * <p>A group is as many examples as a tile of {@link FloatTiles} has rows. Its images are turned first, so that the same pixel of all of
 * them makes one row of memory. Then each place of a filter is a product of its own: the rows that the filter sees there are copied into a
 * panel, which meets eight filters at a time. Neither the size of the kernel nor the shape of the image leaves vectors half empty; few
 * examples do.
 */
final class FloatConvolved {
    private static final int ROWS = FloatTiles.ROWS;
    private static final int COLUMNS = FloatTiles.COLUMNS;
    /** The most rows in a panel. */
    private static final int DEPTH = 256;
    /** Places whose results are turned back at once: a run of so many numbers in each example. */
    private static final int RUN = 16;

    private final float[] panel = new float[DEPTH * ROWS];
    private float[] turned = new float[0];
    private float[] packed = new float[0];
    private float[] starts = new float[0];
    private float[] results = new float[0];

    /** See {@link io.nabla.api.Kernels#convolve}. */
    void forward(Convolution of, Matrix w, Matrix b, Matrix a, Matrix z, int from, int to) {
        int taps = of.taps();
        int filters = of.filters();
        int tiles = (filters + COLUMNS - 1) / COLUMNS;
        int paddedWidth = of.width() + 2 * of.padding();
        prepare(tiles, tiles * taps, of.channels() * (of.height() + 2 * of.padding()) * paddedWidth);
        packFilters(w.floats(), taps, filters);
        Arrays.fill(starts, 0);
        for (int f = 0; f < filters; f++) {
            Arrays.fill(starts, f * ROWS, f * ROWS + ROWS, b.floats()[f]);
        }
        for (int n = from; n < to; n += ROWS) {
            int examples = Math.min(ROWS, to - n);
            turnImages(of, a.floats(), n, examples);
            for (int place = 0; place < of.places(); place += RUN) {
                int run = Math.min(RUN, of.places() - place);
                for (int i = 0; i < run; i++) {
                    int y = (place + i) / of.outputWidth() * of.stride();
                    int x = (place + i) % of.outputWidth() * of.stride();
                    filter(of, y, x, tiles, i);
                }
                turnBack(z.floats(), n * of.outputSize() + place, of.outputSize(), of.places(), filters, run, examples);
            }
        }
    }

    /** All filters at one place of a group of examples: what a row of the kernel sees stands side by side. */
    private void filter(Convolution of, int y, int x, int tiles, int inRun) {
        int kernel = of.kernel();
        int paddedWidth = of.width() + 2 * of.padding();
        int paddedHeight = of.height() + 2 * of.padding();
        int filled = 0;
        int done = 0;
        for (int channel = 0; channel < of.channels(); channel++) {
            for (int i = 0; i < kernel; i++) {
                int row = ((channel * paddedHeight + y + i) * paddedWidth + x) * ROWS;
                for (int j = 0; j < kernel; ) {
                    if (filled == DEPTH) {
                        multiplyAll(filled, done, tiles, of.taps(), inRun, done == 0);
                        done += filled;
                        filled = 0;
                    }
                    int length = Math.min(kernel - j, DEPTH - filled);
                    System.arraycopy(turned, row + j * ROWS, panel, filled * ROWS, length * ROWS);
                    filled += length;
                    j += length;
                }
            }
        }
        multiplyAll(filled, done, tiles, of.taps(), inRun, done == 0);
    }

    /** Adds the panel's product with eight packed columns to the results of a tile, or to what they start from. */
    private void multiply(int depth, int place, int tile, int inRun, boolean begins) {
        int first = (tile * COLUMNS * RUN + inRun) * ROWS;
        if (begins) {
            FloatTiles.compute(
                    depth,
                    null,
                    0,
                    panel,
                    packed,
                    place,
                    starts,
                    tile * COLUMNS * ROWS,
                    ROWS,
                    results,
                    first,
                    RUN * ROWS);
        } else {
            FloatTiles.compute(
                    depth, null, 0, panel, packed, place, results, first, RUN * ROWS, results, first, RUN * ROWS);
        }
    }

    /** See {@link io.nabla.api.Kernels#convolveBack}. */
    void backward(Convolution of, Matrix w, Matrix delta, Matrix error, int from, int to) {
        int filters = of.filters();
        int inKernel = of.kernel() * of.kernel();
        int tiles = (of.channels() + COLUMNS - 1) / COLUMNS;
        int pixels = of.height() * of.width();
        prepare(tiles, tiles * inKernel * filters, of.outputSize());
        packChannels(w.floats(), of.channels(), inKernel, filters);
        Arrays.fill(starts, 0);
        for (int n = from; n < to; n += ROWS) {
            int examples = Math.min(ROWS, to - n);
            turnErrors(of, delta.floats(), n, examples);
            for (int pixel = 0; pixel < pixels; pixel += RUN) {
                int run = Math.min(RUN, pixels - pixel);
                for (int i = 0; i < run; i++) {
                    collect(of, (pixel + i) / of.width(), (pixel + i) % of.width(), tiles, i);
                }
                turnBack(
                        error.floats(),
                        n * of.inputSize() + pixel,
                        of.inputSize(),
                        pixels,
                        of.channels(),
                        run,
                        examples);
            }
        }
    }

    /** The errors of all filters at all places that saw one pixel, for all channels of the image. */
    private void collect(Convolution of, int y, int x, int tiles, int inRun) {
        int filters = of.filters();
        int kernel = of.kernel();
        int filled = 0;
        int begin = 0;
        boolean begins = true;
        for (int i = 0; i < kernel; i++) {
            int row = y + of.padding() - i;
            if (row < 0 || row % of.stride() != 0 || row / of.stride() >= of.outputHeight()) {
                continue;
            }
            for (int j = 0; j < kernel; j++) {
                int column = x + of.padding() - j;
                if (column < 0 || column % of.stride() != 0 || column / of.stride() >= of.outputWidth()) {
                    continue;
                }
                int place = row / of.stride() * of.outputWidth() + column / of.stride();
                int next = (i * kernel + j) * filters;
                for (int f = 0; f < filters; ) {
                    // A panel's rows meet packed columns that are neighbours: it ends where these do, or when it is
                    // full.
                    if (filled > 0 && (filled == DEPTH || next + f != begin + filled)) {
                        multiplyAll(filled, begin, tiles, kernel * kernel * filters, inRun, begins);
                        begins = false;
                        filled = 0;
                    }
                    begin = filled == 0 ? next + f : begin;
                    int depth = Math.min(DEPTH - filled, filters - f);
                    System.arraycopy(turned, (place * filters + f) * ROWS, panel, filled * ROWS, depth * ROWS);
                    filled += depth;
                    f += depth;
                }
            }
        }
        multiplyAll(filled, begin, tiles, kernel * kernel * filters, inRun, begins);
    }

    private void multiplyAll(int depth, int begin, int tiles, int stride, int inRun, boolean begins) {
        for (int tile = 0; tile < tiles; tile++) {
            multiply(depth, (tile * stride + begin) * COLUMNS, tile, inRun, begins);
        }
    }

    private void prepare(int tiles, int packedColumns, int turnedRows) {
        packed = atLeast(packed, packedColumns * COLUMNS);
        turned = atLeast(turned, turnedRows * ROWS);
        starts = atLeast(starts, tiles * COLUMNS * ROWS);
        results = atLeast(results, tiles * COLUMNS * RUN * ROWS);
    }

    private static float[] atLeast(float[] array, int length) {
        return array.length < length ? new float[length] : array;
    }

    /** For each eight filters their weights, tap by tap. */
    private void packFilters(float[] w, int taps, int filters) {
        for (int first = 0; first < filters; first += COLUMNS) {
            for (int tap = 0; tap < taps; tap++) {
                int to = (first * taps) + tap * COLUMNS;
                for (int i = 0; i < COLUMNS; i++) {
                    packed[to + i] = first + i < filters ? w[tap * filters + first + i] : 0;
                }
            }
        }
    }

    /** For each eight channels their weights, by the place in the kernel and then by the filter. */
    private void packChannels(float[] w, int channels, int inKernel, int filters) {
        for (int first = 0; first < channels; first += COLUMNS) {
            for (int place = 0; place < inKernel * filters; place++) {
                int to = first * inKernel * filters + place * COLUMNS;
                for (int i = 0; i < COLUMNS; i++) {
                    int tap = (first + i) * inKernel + place / filters;
                    packed[to + i] = first + i < channels ? w[tap * filters + place % filters] : 0;
                }
            }
        }
    }

    /** Turns the images of a group, with their margin of zeros. */
    private void turnImages(Convolution of, float[] images, int n, int examples) {
        int padding = of.padding();
        if (padding == 0) {
            turnColumns(images, n * of.inputSize(), of.inputSize(), of.inputSize(), examples);
            return;
        }
        int paddedWidth = of.width() + 2 * padding;
        int paddedHeight = of.height() + 2 * padding;
        Arrays.fill(turned, 0, of.channels() * paddedHeight * paddedWidth * ROWS, 0);
        for (int c = 0; c < of.channels(); c++) {
            for (int y = 0; y < of.height(); y++) {
                int from = n * of.inputSize() + (c * of.height() + y) * of.width();
                int to = (c * paddedHeight + y + padding) * paddedWidth + padding;
                FloatTurning.turn(images, from, of.inputSize(), of.width(), examples, ROWS, turned, to * ROWS, ROWS);
            }
        }
    }

    private void turnColumns(float[] x, int from, int stride, int length, int examples) {
        // In pieces that stay in the first-level cache until all examples have written to them.
        for (int i = 0; i < length; i += 64) {
            FloatTurning.turn(x, from + i, stride, Math.min(64, length - i), examples, ROWS, turned, i * ROWS, ROWS);
        }
    }

    /** Turns the errors of a group such that those of all filters at one place stand side by side. */
    private void turnErrors(Convolution of, float[] x, int n, int examples) {
        for (int f = 0; f < of.filters(); f++) {
            int from = n * of.outputSize() + f * of.places();
            FloatTurning.turn(
                    x, from, of.outputSize(), of.places(), examples, ROWS, turned, f * ROWS, of.filters() * ROWS);
        }
    }

    /** The results of a run of places go where they belong in each example: channel after channel, a run in each. */
    private void turnBack(float[] to, int first, int stride, int channelStride, int channels, int run, int examples) {
        for (int c = 0; c < channels; c++) {
            int from = c * RUN * ROWS;
            int n = 0;
            for (; n <= examples - 4; n += 4) {
                int t0 = first + n * stride + c * channelStride;
                int t1 = t0 + stride;
                int t2 = t1 + stride;
                int t3 = t2 + stride;
                for (int i = 0; i < run; i++) {
                    int at = from + i * ROWS + n;
                    to[t0 + i] = results[at];
                    to[t1 + i] = results[at + 1];
                    to[t2 + i] = results[at + 2];
                    to[t3 + i] = results[at + 3];
                }
            }
            for (; n < examples; n++) {
                int at = first + n * stride + c * channelStride;
                for (int i = 0; i < run; i++) {
                    to[at + i] = results[from + i * ROWS + n];
                }
            }
        }
    }
}
