package io.nabla.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of a product: a tile of the result in registers, two vectors high and up to eight columns wide.
 *
 * <p>For each k, in ascending order, two vectors of the packed left panel meet one broadcast number of each packed right
 * column. Sixteen sums are as many as the compiler keeps in registers without fail; larger tiles were seen to fall out of it.
 */
final class FloatTiles {
    static final VectorSpecies<Float> SPECIES = Species.floats();
    static final int LENGTH = SPECIES.length();
    /** Rows of a tile: two vectors. */
    static final int ROWS = 2 * LENGTH;

    private FloatTiles() {}

    /**
     * Adds the product of a packed panel and packed columns to a tile.
     *
     * @param width columns of the tile: 8, 4, 2 or 1
     * @param depth how many k
     * @param a left panel, {@code a[k * ROWS + row]}
     * @param b right columns from {@code place} on, {@code b[place + k * width + column]}
     * @param c where the tile's columns begin: {@code c[first + column * stride]}
     */
    static void add(int width, int depth, float[] a, float[] b, int place, float[] c, int first, int stride) {
        switch (width) {
            case 8 -> add8(depth, a, b, place, c, first, stride);
            case 4 -> add4(depth, a, b, place, c, first, stride);
            case 2 -> add2(depth, a, b, place, c, first, stride);
            case 1 -> add1(depth, a, b, place, c, first);
            default -> throw new IllegalArgumentException("a tile is 8, 4, 2 or 1 columns wide, not " + width);
        }
    }

    private static void add8(int depth, float[] a, float[] b, int place, float[] c, int first, int stride) {
        int c1 = first + stride;
        int c2 = first + 2 * stride;
        int c3 = first + 3 * stride;
        int c4 = first + 4 * stride;
        int c5 = first + 5 * stride;
        int c6 = first + 6 * stride;
        int c7 = first + 7 * stride;
        FloatVector l0 = FloatVector.fromArray(SPECIES, c, first);
        FloatVector h0 = FloatVector.fromArray(SPECIES, c, first + LENGTH);
        FloatVector l1 = FloatVector.fromArray(SPECIES, c, c1);
        FloatVector h1 = FloatVector.fromArray(SPECIES, c, c1 + LENGTH);
        FloatVector l2 = FloatVector.fromArray(SPECIES, c, c2);
        FloatVector h2 = FloatVector.fromArray(SPECIES, c, c2 + LENGTH);
        FloatVector l3 = FloatVector.fromArray(SPECIES, c, c3);
        FloatVector h3 = FloatVector.fromArray(SPECIES, c, c3 + LENGTH);
        FloatVector l4 = FloatVector.fromArray(SPECIES, c, c4);
        FloatVector h4 = FloatVector.fromArray(SPECIES, c, c4 + LENGTH);
        FloatVector l5 = FloatVector.fromArray(SPECIES, c, c5);
        FloatVector h5 = FloatVector.fromArray(SPECIES, c, c5 + LENGTH);
        FloatVector l6 = FloatVector.fromArray(SPECIES, c, c6);
        FloatVector h6 = FloatVector.fromArray(SPECIES, c, c6 + LENGTH);
        FloatVector l7 = FloatVector.fromArray(SPECIES, c, c7);
        FloatVector h7 = FloatVector.fromArray(SPECIES, c, c7 + LENGTH);
        for (int k = 0; k < depth; k++) {
            FloatVector low = FloatVector.fromArray(SPECIES, a, k * ROWS);
            FloatVector high = FloatVector.fromArray(SPECIES, a, k * ROWS + LENGTH);
            int at = place + k * 8;
            FloatVector f0 = FloatVector.broadcast(SPECIES, b[at]);
            l0 = f0.fma(low, l0);
            h0 = f0.fma(high, h0);
            FloatVector f1 = FloatVector.broadcast(SPECIES, b[at + 1]);
            l1 = f1.fma(low, l1);
            h1 = f1.fma(high, h1);
            FloatVector f2 = FloatVector.broadcast(SPECIES, b[at + 2]);
            l2 = f2.fma(low, l2);
            h2 = f2.fma(high, h2);
            FloatVector f3 = FloatVector.broadcast(SPECIES, b[at + 3]);
            l3 = f3.fma(low, l3);
            h3 = f3.fma(high, h3);
            FloatVector f4 = FloatVector.broadcast(SPECIES, b[at + 4]);
            l4 = f4.fma(low, l4);
            h4 = f4.fma(high, h4);
            FloatVector f5 = FloatVector.broadcast(SPECIES, b[at + 5]);
            l5 = f5.fma(low, l5);
            h5 = f5.fma(high, h5);
            FloatVector f6 = FloatVector.broadcast(SPECIES, b[at + 6]);
            l6 = f6.fma(low, l6);
            h6 = f6.fma(high, h6);
            FloatVector f7 = FloatVector.broadcast(SPECIES, b[at + 7]);
            l7 = f7.fma(low, l7);
            h7 = f7.fma(high, h7);
        }
        l0.intoArray(c, first);
        h0.intoArray(c, first + LENGTH);
        l1.intoArray(c, c1);
        h1.intoArray(c, c1 + LENGTH);
        l2.intoArray(c, c2);
        h2.intoArray(c, c2 + LENGTH);
        l3.intoArray(c, c3);
        h3.intoArray(c, c3 + LENGTH);
        l4.intoArray(c, c4);
        h4.intoArray(c, c4 + LENGTH);
        l5.intoArray(c, c5);
        h5.intoArray(c, c5 + LENGTH);
        l6.intoArray(c, c6);
        h6.intoArray(c, c6 + LENGTH);
        l7.intoArray(c, c7);
        h7.intoArray(c, c7 + LENGTH);
    }

    private static void add4(int depth, float[] a, float[] b, int place, float[] c, int first, int stride) {
        int c1 = first + stride;
        int c2 = first + 2 * stride;
        int c3 = first + 3 * stride;
        FloatVector l0 = FloatVector.fromArray(SPECIES, c, first);
        FloatVector h0 = FloatVector.fromArray(SPECIES, c, first + LENGTH);
        FloatVector l1 = FloatVector.fromArray(SPECIES, c, c1);
        FloatVector h1 = FloatVector.fromArray(SPECIES, c, c1 + LENGTH);
        FloatVector l2 = FloatVector.fromArray(SPECIES, c, c2);
        FloatVector h2 = FloatVector.fromArray(SPECIES, c, c2 + LENGTH);
        FloatVector l3 = FloatVector.fromArray(SPECIES, c, c3);
        FloatVector h3 = FloatVector.fromArray(SPECIES, c, c3 + LENGTH);
        for (int k = 0; k < depth; k++) {
            FloatVector low = FloatVector.fromArray(SPECIES, a, k * ROWS);
            FloatVector high = FloatVector.fromArray(SPECIES, a, k * ROWS + LENGTH);
            int at = place + k * 4;
            FloatVector f0 = FloatVector.broadcast(SPECIES, b[at]);
            l0 = f0.fma(low, l0);
            h0 = f0.fma(high, h0);
            FloatVector f1 = FloatVector.broadcast(SPECIES, b[at + 1]);
            l1 = f1.fma(low, l1);
            h1 = f1.fma(high, h1);
            FloatVector f2 = FloatVector.broadcast(SPECIES, b[at + 2]);
            l2 = f2.fma(low, l2);
            h2 = f2.fma(high, h2);
            FloatVector f3 = FloatVector.broadcast(SPECIES, b[at + 3]);
            l3 = f3.fma(low, l3);
            h3 = f3.fma(high, h3);
        }
        l0.intoArray(c, first);
        h0.intoArray(c, first + LENGTH);
        l1.intoArray(c, c1);
        h1.intoArray(c, c1 + LENGTH);
        l2.intoArray(c, c2);
        h2.intoArray(c, c2 + LENGTH);
        l3.intoArray(c, c3);
        h3.intoArray(c, c3 + LENGTH);
    }

    private static void add2(int depth, float[] a, float[] b, int place, float[] c, int first, int stride) {
        int c1 = first + stride;
        FloatVector l0 = FloatVector.fromArray(SPECIES, c, first);
        FloatVector h0 = FloatVector.fromArray(SPECIES, c, first + LENGTH);
        FloatVector l1 = FloatVector.fromArray(SPECIES, c, c1);
        FloatVector h1 = FloatVector.fromArray(SPECIES, c, c1 + LENGTH);
        for (int k = 0; k < depth; k++) {
            FloatVector low = FloatVector.fromArray(SPECIES, a, k * ROWS);
            FloatVector high = FloatVector.fromArray(SPECIES, a, k * ROWS + LENGTH);
            int at = place + k * 2;
            FloatVector f0 = FloatVector.broadcast(SPECIES, b[at]);
            l0 = f0.fma(low, l0);
            h0 = f0.fma(high, h0);
            FloatVector f1 = FloatVector.broadcast(SPECIES, b[at + 1]);
            l1 = f1.fma(low, l1);
            h1 = f1.fma(high, h1);
        }
        l0.intoArray(c, first);
        h0.intoArray(c, first + LENGTH);
        l1.intoArray(c, c1);
        h1.intoArray(c, c1 + LENGTH);
    }

    private static void add1(int depth, float[] a, float[] b, int place, float[] c, int first) {
        FloatVector l0 = FloatVector.fromArray(SPECIES, c, first);
        FloatVector h0 = FloatVector.fromArray(SPECIES, c, first + LENGTH);
        for (int k = 0; k < depth; k++) {
            FloatVector low = FloatVector.fromArray(SPECIES, a, k * ROWS);
            FloatVector high = FloatVector.fromArray(SPECIES, a, k * ROWS + LENGTH);
            int at = place + k;
            FloatVector f0 = FloatVector.broadcast(SPECIES, b[at]);
            l0 = f0.fma(low, l0);
            h0 = f0.fma(high, h0);
        }
        l0.intoArray(c, first);
        h0.intoArray(c, first + LENGTH);
    }
}
