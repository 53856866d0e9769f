package io.nabla.api;

import java.util.Arrays;

/**
 * Convolutions on floats in plain loops: the order in which all kernels sum them up.
 *
 * <p>The innermost loops go along a row of an image, where the compiler can use vector instructions.
 */
final class FloatConvolutions {
    private static final int LANES = Kernels.LANES;

    private final Convolution of;
    private final int places;
    private final int kernel;
    private final int columns;

    FloatConvolutions(Convolution of) {
        this.of = of;
        this.places = of.places();
        this.kernel = of.kernel();
        this.columns = of.outputWidth();
    }

    /** Each z begins at the filter's bias and goes over the taps in their order. */
    void forward(Matrix w, Matrix b, Matrix a, Matrix z, int from, int to) {
        float[] weights = w.floats();
        float[] results = z.floats();
        for (int n = from; n < to; n++) {
            for (int f = 0; f < of.filters(); f++) {
                int first = n * of.outputSize() + f * places;
                Arrays.fill(results, first, first + places, b.floats()[f]);
                for (int tap = 0; tap < of.taps(); tap++) {
                    float weight = weights[tap * of.filters() + f];
                    int image = n * of.inputSize() + start(tap);
                    int left = of.firstInside(tap % kernel);
                    int right = of.behindInside(tap % kernel, of.width());
                    int bottom = of.behindInside(tap / kernel % kernel, of.height());
                    for (int y = of.firstInside(tap / kernel % kernel); y < bottom; y++) {
                        int in = image + y * of.stride() * of.width() + left * of.stride();
                        add(weight, a.floats(), in, of.stride(), results, first + y * columns + left, 1, right - left);
                    }
                }
                makeZerosPositive(results, first, places);
            }
        }
    }

    /** Each ∂C/∂a goes over the rows of the kernel, its columns and the filters, in this order. */
    void backward(Matrix w, Matrix delta, Matrix error, int from, int to) {
        float[] weights = w.floats();
        float[] errors = error.floats();
        Arrays.fill(errors, from * of.inputSize(), to * of.inputSize(), 0);
        for (int n = from; n < to; n++) {
            for (int inKernel = 0; inKernel < kernel * kernel; inKernel++) {
                int left = of.firstInside(inKernel % kernel);
                int right = of.behindInside(inKernel % kernel, of.width());
                int bottom = of.behindInside(inKernel / kernel, of.height());
                for (int f = 0; f < of.filters(); f++) {
                    for (int c = 0; c < of.channels(); c++) {
                        int tap = c * kernel * kernel + inKernel;
                        int image = n * of.inputSize() + start(tap);
                        int first = n * of.outputSize() + f * places;
                        for (int y = of.firstInside(inKernel / kernel); y < bottom; y++) {
                            int in = image + y * of.stride() * of.width() + left * of.stride();
                            int out = first + y * columns + left;
                            float weight = weights[tap * of.filters() + f];
                            add(weight, delta.floats(), out, 1, errors, in, of.stride(), right - left);
                        }
                    }
                }
            }
            makeZerosPositive(errors, n * of.inputSize(), of.inputSize());
        }
    }

    /** Where in an image a tap begins, for the first place of its filter; it may lie in the margin. */
    private int start(int tap) {
        int row = tap / kernel % kernel - of.padding();
        return (tap / (kernel * kernel) * of.height() + row) * of.width() + tap % kernel - of.padding();
    }

    private static void add(
            float factor, float[] x, int fromX, int strideX, float[] y, int fromY, int strideY, int length) {
        if (strideX == 1 && strideY == 1) {
            for (int i = 0; i < length; i++) {
                y[fromY + i] = Math.fma(factor, x[fromX + i], y[fromY + i]);
            }
        } else {
            for (int i = 0; i < length; i++) {
                int to = fromY + i * strideY;
                y[to] = Math.fma(factor, x[fromX + i * strideX], y[to]);
            }
        }
    }

    private static void makeZerosPositive(float[] x, int from, int length) {
        for (int i = from; i < from + length; i++) {
            x[i] += 0;
        }
    }

    /**
     * Each derivative is the sum of sixteen: the first over examples 0, 16, 32 and so on, the second over 1, 17, ..., each over the
     * places of each example in their order.
     */
    void gradient(Matrix delta, Matrix a, Matrix nablaW, Matrix nablaB, int from, int to) {
        float[] deltas = new float[places * LANES];
        float[] images = new float[of.inputSize() * LANES];
        float[] sums = new float[(to - from) * (of.taps() + 1) * LANES];
        for (int n = 0; n < a.columns(); n += LANES) {
            int lanes = Math.min(LANES, a.columns() - n);
            turn(a.floats(), n * of.inputSize(), of.inputSize(), of.inputSize(), lanes, images);
            for (int f = from; f < to; f++) {
                turn(delta.floats(), n * of.outputSize() + f * places, of.outputSize(), places, lanes, deltas);
                int first = (f - from) * (of.taps() + 1);
                for (int tap = 0; tap < of.taps(); tap++) {
                    addProducts(tap, deltas, images, sums, (first + tap) * LANES);
                }
                addDeltas(deltas, sums, (first + of.taps()) * LANES);
            }
        }
        for (int f = from; f < to; f++) {
            int first = (f - from) * (of.taps() + 1);
            for (int tap = 0; tap < of.taps(); tap++) {
                nablaW.floats()[tap * of.filters() + f] += total(sums, (first + tap) * LANES);
            }
            nablaB.floats()[f] += total(sums, (first + of.taps()) * LANES);
        }
    }

    /** Sixteen examples side by side: number i of each stands at {@code turned[i * 16]} and the places behind. */
    private static void turn(float[] x, int from, int stride, int length, int lanes, float[] turned) {
        Arrays.fill(turned, 0);
        for (int lane = 0; lane < lanes; lane++) {
            for (int i = 0; i < length; i++) {
                turned[i * LANES + lane] = x[from + lane * stride + i];
            }
        }
    }

    private void addProducts(int tap, float[] deltas, float[] images, float[] sums, int sum) {
        int left = of.firstInside(tap % kernel);
        int right = of.behindInside(tap % kernel, of.width());
        int bottom = of.behindInside(tap / kernel % kernel, of.height());
        for (int y = of.firstInside(tap / kernel % kernel); y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int in = (start(tap) + (y * of.width() + x) * of.stride()) * LANES;
                int out = (y * columns + x) * LANES;
                for (int lane = 0; lane < LANES; lane++) {
                    sums[sum + lane] = Math.fma(deltas[out + lane], images[in + lane], sums[sum + lane]);
                }
            }
        }
    }

    private static void addDeltas(float[] deltas, float[] sums, int sum) {
        for (int place = 0; place < deltas.length; place += LANES) {
            for (int lane = 0; lane < LANES; lane++) {
                sums[sum + lane] += deltas[place + lane];
            }
        }
    }

    /** The sum of sixteen numbers: halves upon halves. */
    private static float total(float[] sums, int from) {
        float[] x = Arrays.copyOfRange(sums, from, from + LANES);
        for (int half = LANES / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                x[i] += x[i + half];
            }
        }
        return x[0] + 0;
    }
}
