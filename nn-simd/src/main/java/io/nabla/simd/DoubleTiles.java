package io.nabla.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of a large product: a tile of the result in registers, two vectors high and eight columns wide.
 *
 * <p>For each k, in ascending order, two vectors of the packed left panel meet one broadcast number of each packed right
 * column. Sixteen sums are as many as the compiler keeps in registers without fail; larger tiles were seen to fall out of it.
 * Adding 0 at the end makes +0 of -0, which depends on whether zero factors were left out.
 */
final class DoubleTiles {
    static final VectorSpecies<Double> SPECIES = Species.doubles();
    static final int LENGTH = SPECIES.length();
    static final VectorSpecies<Double> GROUP = Species.groupsOfDouble();
    /** Rows of a tile: two vectors. */
    static final int ROWS = 2 * LENGTH;
    /** Columns of a tile. */
    static final int COLUMNS = 8;

    private static final int UNIT = Math.min(ROWS, COLUMNS);

    private DoubleTiles() {}

    /**
     * Computes a tile: what it starts from, plus the product of a packed panel and eight packed columns.
     *
     * @param depth how many k
     * @param places where the left panel's rows of each k begin, from {@code listed} on; null if there are all k in a row
     * @param a left panel, {@code a[k * ROWS + row]}
     * @param b right columns from {@code place} on, {@code b[place + k * COLUMNS + column]}
     * @param start what the sums start from: {@code start[startFirst + column * startStride + row]}
     * @param c where the tile's columns begin: {@code c[first + column * stride]}
     */
    static void compute(
            int depth,
            int[] places,
            int listed,
            double[] a,
            double[] b,
            int place,
            double[] start,
            int startFirst,
            int startStride,
            double[] c,
            int first,
            int stride) {
        if (places == null) {
            all(depth, a, b, place, start, startFirst, startStride, c, first, stride);
        } else {
            listed(depth, places, listed, a, b, place, start, startFirst, startStride, c, first, stride);
        }
    }

    private static void all(
            int depth,
            double[] a,
            double[] b,
            int place,
            double[] start,
            int startFirst,
            int startStride,
            double[] c,
            int first,
            int stride) {
        DoubleVector l0 = DoubleVector.fromArray(SPECIES, start, startFirst);
        DoubleVector h0 = DoubleVector.fromArray(SPECIES, start, startFirst + LENGTH);
        DoubleVector l1 = DoubleVector.fromArray(SPECIES, start, startFirst + startStride);
        DoubleVector h1 = DoubleVector.fromArray(SPECIES, start, startFirst + startStride + LENGTH);
        DoubleVector l2 = DoubleVector.fromArray(SPECIES, start, startFirst + 2 * startStride);
        DoubleVector h2 = DoubleVector.fromArray(SPECIES, start, startFirst + 2 * startStride + LENGTH);
        DoubleVector l3 = DoubleVector.fromArray(SPECIES, start, startFirst + 3 * startStride);
        DoubleVector h3 = DoubleVector.fromArray(SPECIES, start, startFirst + 3 * startStride + LENGTH);
        DoubleVector l4 = DoubleVector.fromArray(SPECIES, start, startFirst + 4 * startStride);
        DoubleVector h4 = DoubleVector.fromArray(SPECIES, start, startFirst + 4 * startStride + LENGTH);
        DoubleVector l5 = DoubleVector.fromArray(SPECIES, start, startFirst + 5 * startStride);
        DoubleVector h5 = DoubleVector.fromArray(SPECIES, start, startFirst + 5 * startStride + LENGTH);
        DoubleVector l6 = DoubleVector.fromArray(SPECIES, start, startFirst + 6 * startStride);
        DoubleVector h6 = DoubleVector.fromArray(SPECIES, start, startFirst + 6 * startStride + LENGTH);
        DoubleVector l7 = DoubleVector.fromArray(SPECIES, start, startFirst + 7 * startStride);
        DoubleVector h7 = DoubleVector.fromArray(SPECIES, start, startFirst + 7 * startStride + LENGTH);
        // Counted in this unit, the compiler sees that all indices are in bounds before the loop, and checks few in it.
        for (int i = 0; i < depth * UNIT; i += UNIT) {
            int left = i * (ROWS / UNIT);
            int at = place + i * (COLUMNS / UNIT);
            DoubleVector low = DoubleVector.fromArray(SPECIES, a, left);
            DoubleVector high = DoubleVector.fromArray(SPECIES, a, left + LENGTH);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, b[at]);
            l0 = f0.fma(low, l0);
            h0 = f0.fma(high, h0);
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, b[at + 1]);
            l1 = f1.fma(low, l1);
            h1 = f1.fma(high, h1);
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, b[at + 2]);
            l2 = f2.fma(low, l2);
            h2 = f2.fma(high, h2);
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, b[at + 3]);
            l3 = f3.fma(low, l3);
            h3 = f3.fma(high, h3);
            DoubleVector f4 = DoubleVector.broadcast(SPECIES, b[at + 4]);
            l4 = f4.fma(low, l4);
            h4 = f4.fma(high, h4);
            DoubleVector f5 = DoubleVector.broadcast(SPECIES, b[at + 5]);
            l5 = f5.fma(low, l5);
            h5 = f5.fma(high, h5);
            DoubleVector f6 = DoubleVector.broadcast(SPECIES, b[at + 6]);
            l6 = f6.fma(low, l6);
            h6 = f6.fma(high, h6);
            DoubleVector f7 = DoubleVector.broadcast(SPECIES, b[at + 7]);
            l7 = f7.fma(low, l7);
            h7 = f7.fma(high, h7);
        }
        DoubleVector zero = DoubleVector.zero(SPECIES);
        zero.add(l0).intoArray(c, first);
        zero.add(h0).intoArray(c, first + LENGTH);
        zero.add(l1).intoArray(c, first + stride);
        zero.add(h1).intoArray(c, first + stride + LENGTH);
        zero.add(l2).intoArray(c, first + 2 * stride);
        zero.add(h2).intoArray(c, first + 2 * stride + LENGTH);
        zero.add(l3).intoArray(c, first + 3 * stride);
        zero.add(h3).intoArray(c, first + 3 * stride + LENGTH);
        zero.add(l4).intoArray(c, first + 4 * stride);
        zero.add(h4).intoArray(c, first + 4 * stride + LENGTH);
        zero.add(l5).intoArray(c, first + 5 * stride);
        zero.add(h5).intoArray(c, first + 5 * stride + LENGTH);
        zero.add(l6).intoArray(c, first + 6 * stride);
        zero.add(h6).intoArray(c, first + 6 * stride + LENGTH);
        zero.add(l7).intoArray(c, first + 7 * stride);
        zero.add(h7).intoArray(c, first + 7 * stride + LENGTH);
    }

    private static void listed(
            int depth,
            int[] places,
            int listed,
            double[] a,
            double[] b,
            int place,
            double[] start,
            int startFirst,
            int startStride,
            double[] c,
            int first,
            int stride) {
        DoubleVector l0 = DoubleVector.fromArray(SPECIES, start, startFirst);
        DoubleVector h0 = DoubleVector.fromArray(SPECIES, start, startFirst + LENGTH);
        DoubleVector l1 = DoubleVector.fromArray(SPECIES, start, startFirst + startStride);
        DoubleVector h1 = DoubleVector.fromArray(SPECIES, start, startFirst + startStride + LENGTH);
        DoubleVector l2 = DoubleVector.fromArray(SPECIES, start, startFirst + 2 * startStride);
        DoubleVector h2 = DoubleVector.fromArray(SPECIES, start, startFirst + 2 * startStride + LENGTH);
        DoubleVector l3 = DoubleVector.fromArray(SPECIES, start, startFirst + 3 * startStride);
        DoubleVector h3 = DoubleVector.fromArray(SPECIES, start, startFirst + 3 * startStride + LENGTH);
        DoubleVector l4 = DoubleVector.fromArray(SPECIES, start, startFirst + 4 * startStride);
        DoubleVector h4 = DoubleVector.fromArray(SPECIES, start, startFirst + 4 * startStride + LENGTH);
        DoubleVector l5 = DoubleVector.fromArray(SPECIES, start, startFirst + 5 * startStride);
        DoubleVector h5 = DoubleVector.fromArray(SPECIES, start, startFirst + 5 * startStride + LENGTH);
        DoubleVector l6 = DoubleVector.fromArray(SPECIES, start, startFirst + 6 * startStride);
        DoubleVector h6 = DoubleVector.fromArray(SPECIES, start, startFirst + 6 * startStride + LENGTH);
        DoubleVector l7 = DoubleVector.fromArray(SPECIES, start, startFirst + 7 * startStride);
        DoubleVector h7 = DoubleVector.fromArray(SPECIES, start, startFirst + 7 * startStride + LENGTH);
        for (int k = 0; k < depth; k++) {
            int left = places[listed + k];
            int at = place + k * COLUMNS;
            DoubleVector low = DoubleVector.fromArray(SPECIES, a, left);
            DoubleVector high = DoubleVector.fromArray(SPECIES, a, left + LENGTH);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, b[at]);
            l0 = f0.fma(low, l0);
            h0 = f0.fma(high, h0);
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, b[at + 1]);
            l1 = f1.fma(low, l1);
            h1 = f1.fma(high, h1);
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, b[at + 2]);
            l2 = f2.fma(low, l2);
            h2 = f2.fma(high, h2);
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, b[at + 3]);
            l3 = f3.fma(low, l3);
            h3 = f3.fma(high, h3);
            DoubleVector f4 = DoubleVector.broadcast(SPECIES, b[at + 4]);
            l4 = f4.fma(low, l4);
            h4 = f4.fma(high, h4);
            DoubleVector f5 = DoubleVector.broadcast(SPECIES, b[at + 5]);
            l5 = f5.fma(low, l5);
            h5 = f5.fma(high, h5);
            DoubleVector f6 = DoubleVector.broadcast(SPECIES, b[at + 6]);
            l6 = f6.fma(low, l6);
            h6 = f6.fma(high, h6);
            DoubleVector f7 = DoubleVector.broadcast(SPECIES, b[at + 7]);
            l7 = f7.fma(low, l7);
            h7 = f7.fma(high, h7);
        }
        DoubleVector zero = DoubleVector.zero(SPECIES);
        zero.add(l0).intoArray(c, first);
        zero.add(h0).intoArray(c, first + LENGTH);
        zero.add(l1).intoArray(c, first + stride);
        zero.add(h1).intoArray(c, first + stride + LENGTH);
        zero.add(l2).intoArray(c, first + 2 * stride);
        zero.add(h2).intoArray(c, first + 2 * stride + LENGTH);
        zero.add(l3).intoArray(c, first + 3 * stride);
        zero.add(h3).intoArray(c, first + 3 * stride + LENGTH);
        zero.add(l4).intoArray(c, first + 4 * stride);
        zero.add(h4).intoArray(c, first + 4 * stride + LENGTH);
        zero.add(l5).intoArray(c, first + 5 * stride);
        zero.add(h5).intoArray(c, first + 5 * stride + LENGTH);
        zero.add(l6).intoArray(c, first + 6 * stride);
        zero.add(h6).intoArray(c, first + 6 * stride + LENGTH);
        zero.add(l7).intoArray(c, first + 7 * stride);
        zero.add(h7).intoArray(c, first + 7 * stride + LENGTH);
    }
}
