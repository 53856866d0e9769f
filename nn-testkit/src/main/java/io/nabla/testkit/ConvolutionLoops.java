package io.nabla.testkit;

import io.nabla.api.Convolution;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import java.util.List;

/** Convolutions one element at a time, as the Javadoc of {@link io.nabla.api.Kernels} defines them. */
final class ConvolutionLoops {
    /** Single pixels, margins, strides, more channels and filters than a tile has, more taps than a panel has. */
    static final List<Convolution> SHAPES = List.of(
            new Convolution(1, 1, 1, 1, 1, 1, 0),
            new Convolution(1, 9, 7, 3, 3, 1, 0),
            new Convolution(2, 6, 5, 5, 3, 2, 1),
            new Convolution(3, 5, 5, 9, 5, 1, 2),
            new Convolution(9, 4, 6, 17, 2, 3, 1),
            new Convolution(11, 5, 5, 4, 5, 1, 0),
            new Convolution(2, 8, 8, 2, 2, 4, 0));

    static final int[] EXAMPLES = {1, 7, 35};

    private ConvolutionLoops() {}

    static void convolve(Convolution of, Matrix w, Matrix b, Matrix a, Matrix z, int from, int to) {
        for (int n = from; n < to; n++) {
            for (int f = 0; f < of.filters(); f++) {
                for (int place = 0; place < of.places(); place++) {
                    double sum = b.get(f);
                    for (int tap = 0; tap < of.taps(); tap++) {
                        int pixel = pixel(of, tap, place);
                        if (pixel >= 0) {
                            sum = fma(a.precision(), w.get(f, tap), a.get(pixel, n), sum);
                        }
                    }
                    z.set(f * of.places() + place, n, sum + 0.0);
                }
            }
        }
    }

    static void convolveBack(Convolution of, Matrix w, Matrix delta, Matrix error, int from, int to) {
        int inKernel = of.kernel() * of.kernel();
        for (int n = from; n < to; n++) {
            for (int c = 0; c < of.channels(); c++) {
                for (int i = 0; i < of.height() * of.width(); i++) {
                    int pixel = c * of.height() * of.width() + i;
                    double sum = 0;
                    for (int inTap = 0; inTap < inKernel; inTap++) {
                        int tap = c * inKernel + inTap;
                        int y = i / of.width() + of.padding() - inTap / of.kernel();
                        int x = i % of.width() + of.padding() - inTap % of.kernel();
                        int place = y / of.stride() * of.outputWidth() + x / of.stride();
                        boolean sees = y >= 0
                                && x >= 0
                                && x / of.stride() < of.outputWidth()
                                && place < of.places()
                                && pixel(of, tap, place) == pixel;
                        for (int f = 0; sees && f < of.filters(); f++) {
                            sum = fma(w.precision(), w.get(f, tap), delta.get(f * of.places() + place, n), sum);
                        }
                    }
                    error.set(pixel, n, sum + 0.0);
                }
            }
        }
    }

    static void gradient(Convolution of, Matrix delta, Matrix a, Matrix nablaW, Matrix nablaB, int from, int to) {
        Precision precision = a.precision();
        for (int f = from; f < to; f++) {
            for (int tap = 0; tap <= of.taps(); tap++) {
                double[] sums = new double[16];
                for (int n = 0; n < a.columns(); n++) {
                    for (int place = 0; place < of.places(); place++) {
                        double d = delta.get(f * of.places() + place, n);
                        if (tap == of.taps()) {
                            sums[n % 16] = PlainLoops.stored(precision, sums[n % 16] + d);
                        } else if (pixel(of, tap, place) >= 0) {
                            sums[n % 16] = fma(precision, d, a.get(pixel(of, tap, place), n), sums[n % 16]);
                        }
                    }
                }
                Matrix nabla = tap == of.taps() ? nablaB : nablaW;
                int column = tap == of.taps() ? 0 : tap;
                nabla.set(f, column, PlainLoops.stored(precision, nabla.get(f, column) + total(precision, sums)));
            }
        }
    }

    private static double total(Precision precision, double[] sums) {
        for (int half = 8; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                sums[i] = PlainLoops.stored(precision, sums[i] + sums[i + half]);
            }
        }
        return sums[0] + 0.0;
    }

    /** The pixel that a tap sees at a place; -1 in the margin. */
    private static int pixel(Convolution of, int tap, int place) {
        int inKernel = of.kernel() * of.kernel();
        int y = place / of.outputWidth() * of.stride() + tap % inKernel / of.kernel() - of.padding();
        int x = place % of.outputWidth() * of.stride() + tap % of.kernel() - of.padding();
        boolean inside = y >= 0 && y < of.height() && x >= 0 && x < of.width();
        return inside ? (tap / inKernel * of.height() + y) * of.width() + x : -1;
    }

    private static double fma(Precision precision, double x, double y, double sum) {
        return precision == Precision.DOUBLE ? Math.fma(x, y, sum) : Math.fma((float) x, (float) y, (float) sum);
    }
}
