package io.nabla.simd;

import io.nabla.api.Matrix;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * C + factor·(A·Bᵀ) for results of few rows: a step of gradient descent whose gradient is never written to memory.
 *
 * <p>Four columns and two vectors of rows at a time; with eight columns the compiler was seen to give up. For each four columns
 * those k are listed at which B is not zero in one of them; where there are none, as in the margin of images, a step against the
 * gradient leaves C as it is.
 */
final class FloatSteps {
    private static final VectorSpecies<Float> SPECIES = FloatTiles.SPECIES;
    private static final VectorSpecies<Integer> BITS = IntVector.SPECIES_PREFERRED.withShape(SPECIES.vectorShape());
    private static final int LENGTH = FloatTiles.LENGTH;
    private static final int COLUMNS = 4;
    /** So many k have their marks in one number. */
    private static final int WORD = Integer.SIZE;

    /** Each sum starts from a place of its own here: sums that start from one vector were seen to stay out of registers. */
    private final float[] zeros = new float[2 * COLUMNS * LENGTH];

    private int[] listed = new int[256];
    /** For each column a bit for each k at which B is not zero. */
    private int[] marks = new int[1024];
    /** What marks start from: a place in an array, as with the sums. */
    private final int[] noMarks = new int[LENGTH];

    /** Changes columns {@code from} to {@code to - 1} of C, which has at least as many rows as a vector has numbers. */
    void add(float factor, Matrix a, Matrix b, Matrix c, int from, int to) {
        int inner = a.columns();
        int words = (inner + WORD - 1) / WORD;
        if (listed.length < inner) {
            listed = new int[inner];
        }
        if (marks.length < words * (to - from)) {
            marks = new int[words * (to - from)];
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
        float[] left = a.floats();
        float[] factors = b.floats();
        float[] values = c.floats();
        int rows = c.rows();
        for (; column < to; column++) {
            for (int row = 0; row < rows; row++) {
                float sum = 0;
                for (int k = 0; k < inner; k++) {
                    sum = Math.fma(factors[column + k * b.rows()], left[k * rows + row], sum);
                }
                values[column * rows + row] = Math.fma(factor, sum + 0, values[column * rows + row]);
            }
        }
    }

    /** Marks the k from {@code begin} to {@code end - 1}, whose bits fit one number, for the columns of a range. */
    private void mark(Matrix b, int begin, int end, int place, int from, int to) {
        float[] factors = b.floats();
        int step = b.rows();
        IntVector zero = IntVector.zero(BITS);
        int column = from;
        for (; column <= to - LENGTH; column += LENGTH) {
            IntVector some = IntVector.fromArray(BITS, noMarks, 0);
            for (int k = begin; k < end; k++) {
                IntVector bits = FloatVector.fromArray(SPECIES, factors, column + k * step)
                        .reinterpretAsInts();
                IntVector bit = IntVector.broadcast(BITS, 1 << (k - begin));
                some = zero.blend(bit, bits.compare(VectorOperators.NE, zero)).or(some);
            }
            some.intoArray(marks, place + column - from);
        }
        for (; column < to; column++) {
            int some = 0;
            for (int k = begin; k < end; k++) {
                some |= Float.floatToRawIntBits(factors[column + k * step]) == 0 ? 0 : 1 << (k - begin);
            }
            marks[place + column - from] = some;
        }
    }

    /** Lists the k of marks without a branch for each, which nobody could foretell. */
    private int list(int some, int first, int inner, int before) {
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
    private void addTile(int count, float factor, Matrix a, Matrix b, Matrix c, int column) {
        int rows = c.rows();
        for (int row = 0; row < rows; ) {
            int left = rows - row;
            int end = left <= 2 * LENGTH ? rows : row + (left < 3 * LENGTH ? 1 : 2) * LENGTH;
            addStrip(
                    count,
                    listed,
                    zeros,
                    factor,
                    a.floats(),
                    rows,
                    b.floats(),
                    column,
                    b.rows(),
                    c.floats(),
                    column * rows,
                    row,
                    end - LENGTH);
            row = end;
        }
    }

    private static void addStrip(
            int count,
            int[] list,
            float[] start,
            float factor,
            float[] a,
            int rows,
            float[] b,
            int first,
            int step,
            float[] c,
            int at,
            int row,
            int last) {
        FloatVector l0 = FloatVector.fromArray(SPECIES, start, 0);
        FloatVector h0 = FloatVector.fromArray(SPECIES, start, LENGTH);
        FloatVector l1 = FloatVector.fromArray(SPECIES, start, 2 * LENGTH);
        FloatVector h1 = FloatVector.fromArray(SPECIES, start, 3 * LENGTH);
        FloatVector l2 = FloatVector.fromArray(SPECIES, start, 4 * LENGTH);
        FloatVector h2 = FloatVector.fromArray(SPECIES, start, 5 * LENGTH);
        FloatVector l3 = FloatVector.fromArray(SPECIES, start, 6 * LENGTH);
        FloatVector h3 = FloatVector.fromArray(SPECIES, start, 7 * LENGTH);
        for (int n = 0; n < count; n++) {
            int k = list[n];
            int left = k * rows;
            int right = first + k * step;
            FloatVector low = FloatVector.fromArray(SPECIES, a, left + row);
            FloatVector high = FloatVector.fromArray(SPECIES, a, left + last);
            FloatVector f0 = FloatVector.broadcast(SPECIES, b[right]);
            l0 = f0.fma(low, l0);
            h0 = f0.fma(high, h0);
            FloatVector f1 = FloatVector.broadcast(SPECIES, b[right + 1]);
            l1 = f1.fma(low, l1);
            h1 = f1.fma(high, h1);
            FloatVector f2 = FloatVector.broadcast(SPECIES, b[right + 2]);
            l2 = f2.fma(low, l2);
            h2 = f2.fma(high, h2);
            FloatVector f3 = FloatVector.broadcast(SPECIES, b[right + 3]);
            l3 = f3.fma(low, l3);
            h3 = f3.fma(high, h3);
        }
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector scale = FloatVector.broadcast(SPECIES, factor);
        // All is read before anything is written, since the two vectors may share rows.
        int c0 = at;
        int c1 = at + rows;
        int c2 = at + 2 * rows;
        int c3 = at + 3 * rows;
        FloatVector lowMoved0 = scale.fma(zero.add(l0), FloatVector.fromArray(SPECIES, c, c0 + row));
        FloatVector highMoved0 = scale.fma(zero.add(h0), FloatVector.fromArray(SPECIES, c, c0 + last));
        FloatVector lowMoved1 = scale.fma(zero.add(l1), FloatVector.fromArray(SPECIES, c, c1 + row));
        FloatVector highMoved1 = scale.fma(zero.add(h1), FloatVector.fromArray(SPECIES, c, c1 + last));
        FloatVector lowMoved2 = scale.fma(zero.add(l2), FloatVector.fromArray(SPECIES, c, c2 + row));
        FloatVector highMoved2 = scale.fma(zero.add(h2), FloatVector.fromArray(SPECIES, c, c2 + last));
        FloatVector lowMoved3 = scale.fma(zero.add(l3), FloatVector.fromArray(SPECIES, c, c3 + row));
        FloatVector highMoved3 = scale.fma(zero.add(h3), FloatVector.fromArray(SPECIES, c, c3 + last));
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
