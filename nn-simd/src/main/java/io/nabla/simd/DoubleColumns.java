package io.nabla.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * One column of a product at a time: c += Σ factor·column, for left operands with few rows and right operands with many zeros.
 *
 * <p>The column of the result stays in registers, up to eight vectors of it, while the columns of the left operand pass by. The
 * last vector is moved up to end with the column's last row; rows that it shares with the vector before are computed twice, alike.
 */
final class DoubleColumns {
    private static final VectorSpecies<Double> SPECIES = DoubleTiles.SPECIES;
    private static final int LENGTH = DoubleTiles.LENGTH;

    private DoubleColumns() {}

    /**
     * Adds columns of a, each times its factor, to one column of c.
     *
     * @param at where the factors and places begin
     * @param count how many columns of a
     * @param factors their factors
     * @param places where they begin in a
     * @param first where the column of c begins
     * @param rows how long the columns are
     */
    static void add(int at, int count, double[] factors, int[] places, double[] a, double[] c, int first, int rows) {
        if (rows < LENGTH) {
            addShort(at, count, factors, places, a, c, first, rows);
            return;
        }
        int row = 0;
        while (row < rows) {
            int vectors = (rows - row + LENGTH - 1) / LENGTH;
            // Never leave a single vector for the end: it would share rows with a block that is written already.
            if (vectors > 4 && vectors != 9) {
                add8(at, count, factors, places, a, c, first, row, rows - LENGTH);
                row += 8 * LENGTH;
            } else if (vectors > 2) {
                add4(at, count, factors, places, a, c, first, row, rows - LENGTH);
                row += 4 * LENGTH;
            } else {
                add2(at, count, factors, places, a, c, first, row, rows - LENGTH);
                row += 2 * LENGTH;
            }
        }
    }

    private static void addShort(
            int at, int count, double[] factors, int[] places, double[] a, double[] c, int first, int rows) {
        for (int i = at; i < at + count; i++) {
            double factor = factors[i];
            int place = places[i];
            for (int row = 0; row < rows; row++) {
                c[first + row] = Math.fma(factor, a[place + row], c[first + row]);
            }
        }
    }

    private static void add8(
            int at, int count, double[] factors, int[] places, double[] a, double[] c, int first, int row, int last) {
        int r0 = Math.min(row, last);
        int r1 = Math.min(row + LENGTH, last);
        int r2 = Math.min(row + 2 * LENGTH, last);
        int r3 = Math.min(row + 3 * LENGTH, last);
        int r4 = Math.min(row + 4 * LENGTH, last);
        int r5 = Math.min(row + 5 * LENGTH, last);
        int r6 = Math.min(row + 6 * LENGTH, last);
        int r7 = Math.min(row + 7 * LENGTH, last);
        DoubleVector s0 = DoubleVector.fromArray(SPECIES, c, first + r0);
        DoubleVector s1 = DoubleVector.fromArray(SPECIES, c, first + r1);
        DoubleVector s2 = DoubleVector.fromArray(SPECIES, c, first + r2);
        DoubleVector s3 = DoubleVector.fromArray(SPECIES, c, first + r3);
        DoubleVector s4 = DoubleVector.fromArray(SPECIES, c, first + r4);
        DoubleVector s5 = DoubleVector.fromArray(SPECIES, c, first + r5);
        DoubleVector s6 = DoubleVector.fromArray(SPECIES, c, first + r6);
        DoubleVector s7 = DoubleVector.fromArray(SPECIES, c, first + r7);
        for (int i = at; i < at + count; i++) {
            DoubleVector f = DoubleVector.broadcast(SPECIES, factors[i]);
            int place = places[i];
            s0 = f.fma(DoubleVector.fromArray(SPECIES, a, place + r0), s0);
            s1 = f.fma(DoubleVector.fromArray(SPECIES, a, place + r1), s1);
            s2 = f.fma(DoubleVector.fromArray(SPECIES, a, place + r2), s2);
            s3 = f.fma(DoubleVector.fromArray(SPECIES, a, place + r3), s3);
            s4 = f.fma(DoubleVector.fromArray(SPECIES, a, place + r4), s4);
            s5 = f.fma(DoubleVector.fromArray(SPECIES, a, place + r5), s5);
            s6 = f.fma(DoubleVector.fromArray(SPECIES, a, place + r6), s6);
            s7 = f.fma(DoubleVector.fromArray(SPECIES, a, place + r7), s7);
        }
        s0.intoArray(c, first + r0);
        s1.intoArray(c, first + r1);
        s2.intoArray(c, first + r2);
        s3.intoArray(c, first + r3);
        s4.intoArray(c, first + r4);
        s5.intoArray(c, first + r5);
        s6.intoArray(c, first + r6);
        s7.intoArray(c, first + r7);
    }

    private static void add4(
            int at, int count, double[] factors, int[] places, double[] a, double[] c, int first, int row, int last) {
        int r0 = Math.min(row, last);
        int r1 = Math.min(row + LENGTH, last);
        int r2 = Math.min(row + 2 * LENGTH, last);
        int r3 = Math.min(row + 3 * LENGTH, last);
        DoubleVector s0 = DoubleVector.fromArray(SPECIES, c, first + r0);
        DoubleVector s1 = DoubleVector.fromArray(SPECIES, c, first + r1);
        DoubleVector s2 = DoubleVector.fromArray(SPECIES, c, first + r2);
        DoubleVector s3 = DoubleVector.fromArray(SPECIES, c, first + r3);
        for (int i = at; i < at + count; i++) {
            DoubleVector f = DoubleVector.broadcast(SPECIES, factors[i]);
            int place = places[i];
            s0 = f.fma(DoubleVector.fromArray(SPECIES, a, place + r0), s0);
            s1 = f.fma(DoubleVector.fromArray(SPECIES, a, place + r1), s1);
            s2 = f.fma(DoubleVector.fromArray(SPECIES, a, place + r2), s2);
            s3 = f.fma(DoubleVector.fromArray(SPECIES, a, place + r3), s3);
        }
        s0.intoArray(c, first + r0);
        s1.intoArray(c, first + r1);
        s2.intoArray(c, first + r2);
        s3.intoArray(c, first + r3);
    }

    private static void add2(
            int at, int count, double[] factors, int[] places, double[] a, double[] c, int first, int row, int last) {
        int r0 = Math.min(row, last);
        int r1 = Math.min(row + LENGTH, last);
        DoubleVector s0 = DoubleVector.fromArray(SPECIES, c, first + r0);
        DoubleVector s1 = DoubleVector.fromArray(SPECIES, c, first + r1);
        for (int i = at; i < at + count; i++) {
            DoubleVector f = DoubleVector.broadcast(SPECIES, factors[i]);
            int place = places[i];
            s0 = f.fma(DoubleVector.fromArray(SPECIES, a, place + r0), s0);
            s1 = f.fma(DoubleVector.fromArray(SPECIES, a, place + r1), s1);
        }
        s0.intoArray(c, first + r0);
        s1.intoArray(c, first + r1);
    }
}
