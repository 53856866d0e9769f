package io.nabla.simd;

import io.nabla.api.Matrix;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * C + factor·(A·Bᵀ) for results of few rows: a step of gradient descent whose gradient is never written to memory.
 *
 * <p>Four columns and two vectors of rows at a time; with eight columns the compiler was seen to give up. For each four columns
 * those k are listed at which B is not zero in one of them; where there are none, as in the margin of images, a step against the
 * gradient leaves C as it is.
 */
final class DoubleSteps {
    private static final VectorSpecies<Double> SPECIES = DoubleTiles.SPECIES;
    private static final VectorSpecies<Long> BITS = LongVector.SPECIES_PREFERRED.withShape(SPECIES.vectorShape());
    private static final int LENGTH = DoubleTiles.LENGTH;
    private static final int COLUMNS = 4;
    /** So many k have their marks in one number. */
    private static final int WORD = Long.SIZE;

    /** Each sum starts from a place of its own here: sums that start from one vector were seen to stay out of registers. */
    private final double[] zeros = new double[2 * COLUMNS * LENGTH];

    private int[] listed = new int[256];
    /** For each column a bit for each k at which B is not zero. */
    private long[] marks = new long[1024];
    /** What marks start from: a place in an array, as with the sums. */
    private final long[] noMarks = new long[LENGTH];

    /** Changes columns {@code from} to {@code to - 1} of C, which has at least as many rows as a vector has numbers. */
    void add(double factor, Matrix a, Matrix b, Matrix c, int from, int to) {
        int inner = a.columns();
        int words = (inner + WORD - 1) / WORD;
        if (listed.length < inner) {
            listed = new int[inner];
        }
        if (marks.length < words * (to - from)) {
            marks = new long[words * (to - from)];
        }
        for (int word = 0; word < words; word++) {
            mark(b, word * WORD, Math.min(inner, (word + 1) * WORD), word * (to - from), from, to);
        }
        // Only then fma(factor, +0, c) is c, also where c is -0.
        boolean zeroIsNothing = factor < 0;
        int column = from;
        for (; column <= to - COLUMNS; column += COLUMNS) {
            int count = 0;
            for (int word = 0; word < words; word++) {
                int at = word * (to - from) + column - from;
                count = list(marks[at] | marks[at + 1] | marks[at + 2] | marks[at + 3], word * WORD, inner, count);
            }
            if (count > 0 || !zeroIsNothing) {
                addTile(count, factor, a, b, c, column);
            }
        }
        double[] left = a.doubles();
        double[] factors = b.doubles();
        double[] values = c.doubles();
        int rows = c.rows();
        for (; column < to; column++) {
            for (int row = 0; row < rows; row++) {
                double sum = 0;
                for (int k = 0; k < inner; k++) {
                    sum = Math.fma(factors[column + k * b.rows()], left[k * rows + row], sum);
                }
                values[column * rows + row] = Math.fma(factor, sum + 0, values[column * rows + row]);
            }
        }
    }

    /** Marks the k from {@code begin} to {@code end - 1}, whose bits fit one number, for the columns of a range. */
    private void mark(Matrix b, int begin, int end, int place, int from, int to) {
        double[] factors = b.doubles();
        int step = b.rows();
        LongVector zero = LongVector.zero(BITS);
        int column = from;
        for (; column <= to - LENGTH; column += LENGTH) {
            LongVector some = LongVector.fromArray(BITS, noMarks, 0);
            for (int k = begin; k < end; k++) {
                LongVector bits = DoubleVector.fromArray(SPECIES, factors, column + k * step)
                        .reinterpretAsLongs();
                LongVector bit = LongVector.broadcast(BITS, 1L << (k - begin));
                some = zero.blend(bit, bits.compare(VectorOperators.NE, zero)).or(some);
            }
            some.intoArray(marks, place + column - from);
        }
        for (; column < to; column++) {
            long some = 0;
            for (int k = begin; k < end; k++) {
                some |= Double.doubleToRawLongBits(factors[column + k * step]) == 0 ? 0 : 1L << (k - begin);
            }
            marks[place + column - from] = some;
        }
    }

    /** Lists the k of marks without a branch for each, which nobody could foretell. */
    private int list(long some, int first, int inner, int before) {
        int[] list = listed;
        int count = before;
        int end = Math.min(inner, first + WORD);
        for (int k = first; k < end; k++) {
            list[count] = k;
            count += (int) (some >>> (k - first)) & 1;
        }
        return count;
    }

    /** Four columns, strip by strip; a strip ends with a row of its own, since what it has written must not be added to again. */
    private void addTile(int count, double factor, Matrix a, Matrix b, Matrix c, int column) {
        int rows = c.rows();
        for (int row = 0; row < rows; ) {
            int left = rows - row;
            int end = left <= 2 * LENGTH ? rows : row + (left < 3 * LENGTH ? 1 : 2) * LENGTH;
            addStrip(
                    count,
                    listed,
                    zeros,
                    factor,
                    a.doubles(),
                    rows,
                    b.doubles(),
                    column,
                    b.rows(),
                    c.doubles(),
                    column * rows,
                    row,
                    end - LENGTH);
            row = end;
        }
    }

    private static void addStrip(
            int count,
            int[] list,
            double[] start,
            double factor,
            double[] a,
            int rows,
            double[] b,
            int first,
            int step,
            double[] c,
            int at,
            int row,
            int last) {
        DoubleVector l0 = DoubleVector.fromArray(SPECIES, start, 0);
        DoubleVector h0 = DoubleVector.fromArray(SPECIES, start, LENGTH);
        DoubleVector l1 = DoubleVector.fromArray(SPECIES, start, 2 * LENGTH);
        DoubleVector h1 = DoubleVector.fromArray(SPECIES, start, 3 * LENGTH);
        DoubleVector l2 = DoubleVector.fromArray(SPECIES, start, 4 * LENGTH);
        DoubleVector h2 = DoubleVector.fromArray(SPECIES, start, 5 * LENGTH);
        DoubleVector l3 = DoubleVector.fromArray(SPECIES, start, 6 * LENGTH);
        DoubleVector h3 = DoubleVector.fromArray(SPECIES, start, 7 * LENGTH);
        for (int n = 0; n < count; n++) {
            int k = list[n];
            int left = k * rows;
            int right = first + k * step;
            DoubleVector low = DoubleVector.fromArray(SPECIES, a, left + row);
            DoubleVector high = DoubleVector.fromArray(SPECIES, a, left + last);
            DoubleVector f0 = DoubleVector.broadcast(SPECIES, b[right]);
            l0 = f0.fma(low, l0);
            h0 = f0.fma(high, h0);
            DoubleVector f1 = DoubleVector.broadcast(SPECIES, b[right + 1]);
            l1 = f1.fma(low, l1);
            h1 = f1.fma(high, h1);
            DoubleVector f2 = DoubleVector.broadcast(SPECIES, b[right + 2]);
            l2 = f2.fma(low, l2);
            h2 = f2.fma(high, h2);
            DoubleVector f3 = DoubleVector.broadcast(SPECIES, b[right + 3]);
            l3 = f3.fma(low, l3);
            h3 = f3.fma(high, h3);
        }
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector scale = DoubleVector.broadcast(SPECIES, factor);
        // All is read before anything is written, since the two vectors may share rows.
        int c0 = at;
        int c1 = at + rows;
        int c2 = at + 2 * rows;
        int c3 = at + 3 * rows;
        DoubleVector lowMoved0 = scale.fma(zero.add(l0), DoubleVector.fromArray(SPECIES, c, c0 + row));
        DoubleVector highMoved0 = scale.fma(zero.add(h0), DoubleVector.fromArray(SPECIES, c, c0 + last));
        DoubleVector lowMoved1 = scale.fma(zero.add(l1), DoubleVector.fromArray(SPECIES, c, c1 + row));
        DoubleVector highMoved1 = scale.fma(zero.add(h1), DoubleVector.fromArray(SPECIES, c, c1 + last));
        DoubleVector lowMoved2 = scale.fma(zero.add(l2), DoubleVector.fromArray(SPECIES, c, c2 + row));
        DoubleVector highMoved2 = scale.fma(zero.add(h2), DoubleVector.fromArray(SPECIES, c, c2 + last));
        DoubleVector lowMoved3 = scale.fma(zero.add(l3), DoubleVector.fromArray(SPECIES, c, c3 + row));
        DoubleVector highMoved3 = scale.fma(zero.add(h3), DoubleVector.fromArray(SPECIES, c, c3 + last));
        lowMoved0.intoArray(c, c0 + row);
        highMoved0.intoArray(c, c0 + last);
        lowMoved1.intoArray(c, c1 + row);
        highMoved1.intoArray(c, c1 + last);
        lowMoved2.intoArray(c, c2 + row);
        highMoved2.intoArray(c, c2 + last);
        lowMoved3.intoArray(c, c3 + row);
        highMoved3.intoArray(c, c3 + last);
    }
}
