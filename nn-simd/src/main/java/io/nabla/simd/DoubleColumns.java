package io.nabla.simd;

import io.nabla.api.Matrix;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A·B added to C column by column, for results of one column or a few: the prediction of one example.
 *
 * <p>The column of the result stays in registers, eight vectors of it, while the columns of A pass by whose factor is not zero. The
 * last vectors are moved up to end with the last row; rows that they share with others are computed again, alike.
 */
final class DoubleColumns {
    private static final VectorSpecies<Double> SPECIES = DoubleTiles.SPECIES;
    private static final int LENGTH = DoubleTiles.LENGTH;

    private double[] factors = new double[1024];
    private int[] places = new int[1024];

    /** Adds columns {@code from} to {@code to - 1} of A·B to C. */
    void add(Matrix a, Matrix b, Matrix c, int from, int to) {
        int inner = a.columns();
        if (factors.length <= inner) {
            factors = new double[inner + 1];
            places = new int[inner + 1];
        }
        int rows = c.rows();
        for (int column = from; column < to; column++) {
            int count = list(b.doubles(), column * inner, inner, rows);
            if (rows < LENGTH) {
                addShort(count, a.doubles(), c.doubles(), column * rows, rows);
            } else {
                addLong(count, a.doubles(), c.doubles(), column * rows, rows);
            }
        }
    }

    /** Lists the factors of a column that are not zero, without a branch; NaN is kept. */
    private int list(double[] values, int first, int inner, int rows) {
        int count = 0;
        for (int k = 0; k < inner; k++) {
            double factor = values[first + k];
            factors[count] = factor;
            places[count] = k * rows;
            count += factor != 0 ? 1 : 0;
        }
        return count;
    }

    private void addShort(int count, double[] a, double[] c, int first, int rows) {
        for (int i = 0; i < count; i++) {
            double factor = factors[i];
            int place = places[i];
            for (int row = 0; row < rows; row++) {
                c[first + row] = Math.fma(factor, a[place + row], c[first + row]);
            }
        }
        for (int row = 0; row < rows; row++) {
            c[first + row] += 0;
        }
    }

    private void addLong(int count, double[] a, double[] c, int first, int rows) {
        for (int row = 0; row < rows; ) {
            int left = rows - row;
            // Never leave less than a vector for the end: it would share rows with a block that is written already.
            int end = left <= 8 * LENGTH ? rows : row + (left < 9 * LENGTH ? 7 : 8) * LENGTH;
            addBlock(count, factors, places, a, c, first, row, end - LENGTH);
            row = end;
        }
    }

    private static void addBlock(
            int count, double[] factors, int[] places, double[] a, double[] c, int first, int row, int last) {
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
        for (int i = 0; i < count; i++) {
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
        DoubleVector zero = DoubleVector.zero(SPECIES);
        zero.add(s0).intoArray(c, first + r0);
        zero.add(s1).intoArray(c, first + r1);
        zero.add(s2).intoArray(c, first + r2);
        zero.add(s3).intoArray(c, first + r3);
        zero.add(s4).intoArray(c, first + r4);
        zero.add(s5).intoArray(c, first + r5);
        zero.add(s6).intoArray(c, first + r6);
        zero.add(s7).intoArray(c, first + r7);
    }
}
