package io.nabla.simd;

import io.nabla.api.Convolution;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The gradient of a convolution, with the examples of a group side by side in the vectors.
 *
 * <p>Four filters and three taps make twelve vectors of sums, which take in one place of the filters after the other. The sums of all
 * lanes are kept until the last group: only then are they added up.
 */
final class DoubleConvolvedGradient {
    private static final VectorSpecies<Double> SPECIES = DoubleTiles.SPECIES;
    private static final int LENGTH = DoubleTiles.LENGTH;
    private static final int LANES = Kernels.LANES;
    /** Of a tile. */
    private static final int FILTERS = 4;

    private static final int TAPS = 3;
    /** How many sums are kept at once, lanes counted; more filters than that allows are done one part after the other. */
    private static final int MOST_SUMS = 1 << 19;

    private double[] images = new double[0];
    private double[] deltas = new double[0];
    private double[] sums = new double[0];
    private double[] biasSums = new double[0];
    private int[] rows = new int[0];
    private int[] shifts = new int[0];

    /** See {@link Kernels#convolveGradient}. */
    void add(Convolution of, Matrix delta, Matrix a, Matrix nablaW, Matrix nablaB, int from, int to) {
        int taps = (of.taps() + TAPS - 1) / TAPS * TAPS;
        int most = Math.max(FILTERS, MOST_SUMS / (taps * LANES) / FILTERS * FILTERS);
        prepare(of, taps);
        for (int f = from; f < to; f += most) {
            int filters = Math.min(most, to - f);
            int rounded = (filters + FILTERS - 1) / FILTERS * FILTERS;
            sums = cleared(sums, rounded * taps * LANES);
            biasSums = cleared(biasSums, rounded * LANES);
            deltas = deltas.length < rounded * of.places() * LANES ? new double[rounded * of.places() * LANES] : deltas;
            for (int n = 0; n < a.columns(); n += LANES) {
                int examples = Math.min(LANES, a.columns() - n);
                turnImages(of, a.doubles(), n, examples);
                turnDeltas(of, delta.doubles(), n, examples, f, filters, rounded);
                for (int lane = 0; lane < LANES; lane += LENGTH) {
                    for (int filter = 0; filter < rounded; filter += FILTERS) {
                        addDeltas(of.places(), filter, lane);
                        for (int tap = 0; tap < taps; tap += TAPS) {
                            addProducts(of.places(), filter, tap, taps, lane);
                        }
                    }
                }
            }
            for (int filter = 0; filter < filters; filter++) {
                for (int tap = 0; tap < of.taps(); tap++) {
                    nablaW.doubles()[tap * of.filters() + f + filter] += total(sums, (filter * taps + tap) * LANES);
                }
                nablaB.doubles()[f + filter] += total(biasSums, filter * LANES);
            }
        }
    }

    /** Lists where each tap begins in the turned images, and how far each place of a filter is from its first. */
    private void prepare(Convolution of, int taps) {
        int kernel = of.kernel();
        int paddedWidth = of.width() + 2 * of.padding();
        int paddedHeight = of.height() + 2 * of.padding();
        images = cleared(images, of.channels() * paddedHeight * paddedWidth * LANES);
        rows = rows.length < taps ? new int[taps] : rows;
        for (int n = 0; n < taps; n++) {
            // The taps that only fill up the last tile do again what the last one does.
            int tap = Math.min(n, of.taps() - 1);
            int channel = tap / (kernel * kernel);
            rows[n] = ((channel * paddedHeight + tap / kernel % kernel) * paddedWidth + tap % kernel) * LANES;
        }
        shifts = shifts.length < of.places() ? new int[of.places()] : shifts;
        for (int place = 0; place < of.places(); place++) {
            int y = place / of.outputWidth() * of.stride();
            int x = place % of.outputWidth() * of.stride();
            shifts[place] = (y * paddedWidth + x) * LANES;
        }
    }

    private static double[] cleared(double[] array, int length) {
        if (array.length < length) {
            return new double[length];
        }
        Arrays.fill(array, 0, length, 0);
        return array;
    }

    private void turnImages(Convolution of, double[] x, int n, int examples) {
        int padding = of.padding();
        int paddedWidth = of.width() + 2 * padding;
        int paddedHeight = of.height() + 2 * padding;
        for (int row = 0; row < of.channels() * of.height(); row++) {
            int from = n * of.inputSize() + row * of.width();
            int to = (row / of.height() * paddedHeight + row % of.height() + padding) * paddedWidth + padding;
            DoubleTurning.turn(x, from, of.inputSize(), of.width(), examples, LANES, images, to * LANES, LANES);
        }
    }

    private void turnDeltas(
            Convolution of, double[] x, int n, int examples, int firstFilter, int filters, int rounded) {
        int length = filters * of.places();
        int from = n * of.outputSize() + firstFilter * of.places();
        for (int i = 0; i < length; i += 64) {
            DoubleTurning.turn(
                    x, from + i, of.outputSize(), Math.min(64, length - i), examples, LANES, deltas, i * LANES, LANES);
        }
        Arrays.fill(deltas, length * LANES, rounded * of.places() * LANES, 0);
    }

    /** The biases of four filters, all places of one group of examples. */
    private void addDeltas(int places, int filter, int lane) {
        double[] d = deltas;
        int d0 = filter * places * LANES + lane;
        int d1 = d0 + places * LANES;
        int d2 = d1 + places * LANES;
        int d3 = d2 + places * LANES;
        int s0 = filter * LANES + lane;
        DoubleVector v0 = DoubleVector.fromArray(SPECIES, biasSums, s0);
        DoubleVector v1 = DoubleVector.fromArray(SPECIES, biasSums, s0 + LANES);
        DoubleVector v2 = DoubleVector.fromArray(SPECIES, biasSums, s0 + 2 * LANES);
        DoubleVector v3 = DoubleVector.fromArray(SPECIES, biasSums, s0 + 3 * LANES);
        for (int place = 0; place < places; place++) {
            int at = place * LANES;
            v0 = DoubleVector.fromArray(SPECIES, d, d0 + at).add(v0);
            v1 = DoubleVector.fromArray(SPECIES, d, d1 + at).add(v1);
            v2 = DoubleVector.fromArray(SPECIES, d, d2 + at).add(v2);
            v3 = DoubleVector.fromArray(SPECIES, d, d3 + at).add(v3);
        }
        DoubleVector zero = DoubleVector.zero(SPECIES);
        zero.add(v0).intoArray(biasSums, s0);
        zero.add(v1).intoArray(biasSums, s0 + LANES);
        zero.add(v2).intoArray(biasSums, s0 + 2 * LANES);
        zero.add(v3).intoArray(biasSums, s0 + 3 * LANES);
    }

    /** A tile: four filters and three taps, all places of one group of examples. */
    private void addProducts(int places, int filter, int tap, int taps, int lane) {
        double[] d = deltas;
        double[] x = images;
        double[] s = sums;
        int[] shift = shifts;
        int d0 = filter * places * LANES + lane;
        int d1 = d0 + places * LANES;
        int d2 = d1 + places * LANES;
        int d3 = d2 + places * LANES;
        int x0 = rows[tap] + lane;
        int x1 = rows[tap + 1] + lane;
        int x2 = rows[tap + 2] + lane;
        int s0 = (filter * taps + tap) * LANES + lane;
        int s1 = s0 + taps * LANES;
        int s2 = s1 + taps * LANES;
        int s3 = s2 + taps * LANES;
        DoubleVector v00 = DoubleVector.fromArray(SPECIES, s, s0);
        DoubleVector v01 = DoubleVector.fromArray(SPECIES, s, s0 + LANES);
        DoubleVector v02 = DoubleVector.fromArray(SPECIES, s, s0 + 2 * LANES);
        DoubleVector v10 = DoubleVector.fromArray(SPECIES, s, s1);
        DoubleVector v11 = DoubleVector.fromArray(SPECIES, s, s1 + LANES);
        DoubleVector v12 = DoubleVector.fromArray(SPECIES, s, s1 + 2 * LANES);
        DoubleVector v20 = DoubleVector.fromArray(SPECIES, s, s2);
        DoubleVector v21 = DoubleVector.fromArray(SPECIES, s, s2 + LANES);
        DoubleVector v22 = DoubleVector.fromArray(SPECIES, s, s2 + 2 * LANES);
        DoubleVector v30 = DoubleVector.fromArray(SPECIES, s, s3);
        DoubleVector v31 = DoubleVector.fromArray(SPECIES, s, s3 + LANES);
        DoubleVector v32 = DoubleVector.fromArray(SPECIES, s, s3 + 2 * LANES);
        for (int place = 0; place < places; place++) {
            int at = place * LANES;
            int from = shift[place];
            DoubleVector e0 = DoubleVector.fromArray(SPECIES, d, d0 + at);
            DoubleVector e1 = DoubleVector.fromArray(SPECIES, d, d1 + at);
            DoubleVector e2 = DoubleVector.fromArray(SPECIES, d, d2 + at);
            DoubleVector e3 = DoubleVector.fromArray(SPECIES, d, d3 + at);
            DoubleVector p0 = DoubleVector.fromArray(SPECIES, x, x0 + from);
            v00 = p0.fma(e0, v00);
            v10 = p0.fma(e1, v10);
            v20 = p0.fma(e2, v20);
            v30 = p0.fma(e3, v30);
            DoubleVector p1 = DoubleVector.fromArray(SPECIES, x, x1 + from);
            v01 = p1.fma(e0, v01);
            v11 = p1.fma(e1, v11);
            v21 = p1.fma(e2, v21);
            v31 = p1.fma(e3, v31);
            DoubleVector p2 = DoubleVector.fromArray(SPECIES, x, x2 + from);
            v02 = p2.fma(e0, v02);
            v12 = p2.fma(e1, v12);
            v22 = p2.fma(e2, v22);
            v32 = p2.fma(e3, v32);
        }
        DoubleVector zero = DoubleVector.zero(SPECIES);
        zero.add(v00).intoArray(s, s0);
        zero.add(v01).intoArray(s, s0 + LANES);
        zero.add(v02).intoArray(s, s0 + 2 * LANES);
        zero.add(v10).intoArray(s, s1);
        zero.add(v11).intoArray(s, s1 + LANES);
        zero.add(v12).intoArray(s, s1 + 2 * LANES);
        zero.add(v20).intoArray(s, s2);
        zero.add(v21).intoArray(s, s2 + LANES);
        zero.add(v22).intoArray(s, s2 + 2 * LANES);
        zero.add(v30).intoArray(s, s3);
        zero.add(v31).intoArray(s, s3 + LANES);
        zero.add(v32).intoArray(s, s3 + 2 * LANES);
    }

    /** The sum of sixteen numbers: halves upon halves. */
    private static double total(double[] x, int from) {
        double x0 = x[from] + x[from + 8];
        double x1 = x[from + 1] + x[from + 9];
        double x2 = x[from + 2] + x[from + 10];
        double x3 = x[from + 3] + x[from + 11];
        double x4 = x[from + 4] + x[from + 12];
        double x5 = x[from + 5] + x[from + 13];
        double x6 = x[from + 6] + x[from + 14];
        double x7 = x[from + 7] + x[from + 15];
        return ((x0 + x4) + (x2 + x6)) + ((x1 + x5) + (x3 + x7)) + 0;
    }
}
