package io.nabla.simd;

import io.nabla.api.Matrix;
import io.nabla.api.Product;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A product without packing, for results of few rows: five columns at a time, and of these a strip of two or four vectors.
 *
 * <p>The last vector of a strip is moved up to end with its last row, and a last column takes part as often as it is needed to
 * make five: what is computed twice comes out alike. Runs of k at which all five columns have the factor zero are left out.
 *
 * <p>What the sums start from is given as an array with a place for each column; so one loop computes a product, a product added
 * to C, and a product that begins at the biases.
 */
final class FloatStrips {
    private static final VectorSpecies<Float> SPECIES = FloatTiles.SPECIES;
    private static final VectorSpecies<Float> GROUP = FloatTiles.GROUP;
    private static final int GROUP_LENGTH = GROUP.length();
    private static final VectorSpecies<Integer> BITS = IntVector.SPECIES_PREFERRED.withShape(GROUP.vectorShape());
    private static final int LENGTH = FloatTiles.LENGTH;
    private static final int COLUMNS = 5;

    private final int[] bits = new int[GROUP_LENGTH];
    private int[] listed = new int[1024];
    private float[] zeros = new float[256];
    private float[] turned = new float[1024];

    // The left operand's column of k begins at k * leftStride; the right operand's factors stand at placeJ + k *
    // rightStride.
    private int leftStride;
    private int rightStride;
    private int place0;
    private int place1;
    private int place2;
    private int place3;
    private int place4;
    private float[] start;
    private int start0;
    private int start1;
    private int start2;
    private int start3;
    private int start4;
    private float[] result;
    private int column0;
    private int column1;
    private int column2;
    private int column3;
    private int column4;

    /** Computes columns {@code from} to {@code to - 1} of C = op(A)·op(B), or adds that to C. */
    void compute(Product product, Matrix a, Matrix b, Matrix c, boolean accumulate, int from, int to) {
        float[] left = product == Product.LEFT_TRANSPOSED ? turned(a) : a.floats();
        float[] startArray = accumulate ? c.floats() : zeros(c.rows());
        int startStride = accumulate ? c.rows() : 0;
        compute(product, left, product.inner(a), b, startArray, startStride, c, from, to);
    }

    /** Computes columns of C = A·B + the biases. */
    void computeAffine(Matrix a, Matrix b, Matrix biases, Matrix c, int from, int to) {
        compute(Product.PLAIN, a.floats(), a.columns(), b, biases.floats(), 0, c, from, to);
    }

    private void compute(
            Product product,
            float[] a,
            int inner,
            Matrix right,
            float[] startArray,
            int startStride,
            Matrix c,
            int from,
            int to) {
        float[] b = right.floats();
        boolean across = product == Product.RIGHT_TRANSPOSED;
        int rows = c.rows();
        int columnStride = across ? 1 : right.rows();
        leftStride = rows;
        rightStride = across ? right.rows() : 1;
        start = startArray;
        result = c.floats();
        if (listed.length < inner) {
            listed = new int[inner];
        }
        int last = to - 1;
        for (int column = from; column < to; column += COLUMNS) {
            int j0 = Math.min(column + 0, last);
            place0 = j0 * columnStride;
            start0 = j0 * startStride;
            column0 = j0 * rows;
            int j1 = Math.min(column + 1, last);
            place1 = j1 * columnStride;
            start1 = j1 * startStride;
            column1 = j1 * rows;
            int j2 = Math.min(column + 2, last);
            place2 = j2 * columnStride;
            start2 = j2 * startStride;
            column2 = j2 * rows;
            int j3 = Math.min(column + 3, last);
            place3 = j3 * columnStride;
            start3 = j3 * startStride;
            column3 = j3 * rows;
            int j4 = Math.min(column + 4, last);
            place4 = j4 * columnStride;
            start4 = j4 * startStride;
            column4 = j4 * rows;
            computeStrips(across ? list(0, inner, 0) : listDown(b, inner), a, b, rows);
        }
    }

    /** Divides the rows into strips such that the last has more than one vector, or is as long as one exactly. */
    private void computeStrips(int count, float[] a, float[] b, int rows) {
        for (int row = 0; row < rows; ) {
            int left = rows - row;
            int end = left <= 4 * LENGTH ? rows : row + (left < 5 * LENGTH ? 3 : 4) * LENGTH;
            int last = end - LENGTH;
            if (end - row <= 2 * LENGTH) {
                two(count, a, b, row, last);
            } else {
                four(count, a, b, row, row + LENGTH, Math.min(row + 2 * LENGTH, last), last);
            }
            row = end;
        }
    }

    private void four(int count, float[] a, float[] b, int r0, int r1, int r2, int r3) {
        int p0 = place0;
        int p1 = place1;
        int p2 = place2;
        int p3 = place3;
        int p4 = place4;
        float[] from = start;
        int from0 = start0;
        int from1 = start1;
        int from2 = start2;
        int from3 = start3;
        int from4 = start4;
        FloatVector s00 = FloatVector.fromArray(SPECIES, from, from0 + r0);
        FloatVector s10 = FloatVector.fromArray(SPECIES, from, from0 + r1);
        FloatVector s20 = FloatVector.fromArray(SPECIES, from, from0 + r2);
        FloatVector s30 = FloatVector.fromArray(SPECIES, from, from0 + r3);
        FloatVector s01 = FloatVector.fromArray(SPECIES, from, from1 + r0);
        FloatVector s11 = FloatVector.fromArray(SPECIES, from, from1 + r1);
        FloatVector s21 = FloatVector.fromArray(SPECIES, from, from1 + r2);
        FloatVector s31 = FloatVector.fromArray(SPECIES, from, from1 + r3);
        FloatVector s02 = FloatVector.fromArray(SPECIES, from, from2 + r0);
        FloatVector s12 = FloatVector.fromArray(SPECIES, from, from2 + r1);
        FloatVector s22 = FloatVector.fromArray(SPECIES, from, from2 + r2);
        FloatVector s32 = FloatVector.fromArray(SPECIES, from, from2 + r3);
        FloatVector s03 = FloatVector.fromArray(SPECIES, from, from3 + r0);
        FloatVector s13 = FloatVector.fromArray(SPECIES, from, from3 + r1);
        FloatVector s23 = FloatVector.fromArray(SPECIES, from, from3 + r2);
        FloatVector s33 = FloatVector.fromArray(SPECIES, from, from3 + r3);
        FloatVector s04 = FloatVector.fromArray(SPECIES, from, from4 + r0);
        FloatVector s14 = FloatVector.fromArray(SPECIES, from, from4 + r1);
        FloatVector s24 = FloatVector.fromArray(SPECIES, from, from4 + r2);
        FloatVector s34 = FloatVector.fromArray(SPECIES, from, from4 + r3);
        int rows = leftStride;
        int step = rightStride;
        int[] list = listed;
        for (int n = 0; n < count; n++) {
            int k = list[n];
            int left = k * rows;
            int right = k * step;
            FloatVector a0 = FloatVector.fromArray(SPECIES, a, left + r0);
            FloatVector a1 = FloatVector.fromArray(SPECIES, a, left + r1);
            FloatVector a2 = FloatVector.fromArray(SPECIES, a, left + r2);
            FloatVector a3 = FloatVector.fromArray(SPECIES, a, left + r3);
            FloatVector f0 = FloatVector.broadcast(SPECIES, b[right + p0]);
            s00 = f0.fma(a0, s00);
            s10 = f0.fma(a1, s10);
            s20 = f0.fma(a2, s20);
            s30 = f0.fma(a3, s30);
            FloatVector f1 = FloatVector.broadcast(SPECIES, b[right + p1]);
            s01 = f1.fma(a0, s01);
            s11 = f1.fma(a1, s11);
            s21 = f1.fma(a2, s21);
            s31 = f1.fma(a3, s31);
            FloatVector f2 = FloatVector.broadcast(SPECIES, b[right + p2]);
            s02 = f2.fma(a0, s02);
            s12 = f2.fma(a1, s12);
            s22 = f2.fma(a2, s22);
            s32 = f2.fma(a3, s32);
            FloatVector f3 = FloatVector.broadcast(SPECIES, b[right + p3]);
            s03 = f3.fma(a0, s03);
            s13 = f3.fma(a1, s13);
            s23 = f3.fma(a2, s23);
            s33 = f3.fma(a3, s33);
            FloatVector f4 = FloatVector.broadcast(SPECIES, b[right + p4]);
            s04 = f4.fma(a0, s04);
            s14 = f4.fma(a1, s14);
            s24 = f4.fma(a2, s24);
            s34 = f4.fma(a3, s34);
        }
        float[] c = result;
        FloatVector zero = FloatVector.zero(SPECIES);
        int c0 = column0;
        int c1 = column1;
        int c2 = column2;
        int c3 = column3;
        int c4 = column4;
        zero.add(s00).intoArray(c, c0 + r0);
        zero.add(s10).intoArray(c, c0 + r1);
        zero.add(s20).intoArray(c, c0 + r2);
        zero.add(s30).intoArray(c, c0 + r3);
        zero.add(s01).intoArray(c, c1 + r0);
        zero.add(s11).intoArray(c, c1 + r1);
        zero.add(s21).intoArray(c, c1 + r2);
        zero.add(s31).intoArray(c, c1 + r3);
        zero.add(s02).intoArray(c, c2 + r0);
        zero.add(s12).intoArray(c, c2 + r1);
        zero.add(s22).intoArray(c, c2 + r2);
        zero.add(s32).intoArray(c, c2 + r3);
        zero.add(s03).intoArray(c, c3 + r0);
        zero.add(s13).intoArray(c, c3 + r1);
        zero.add(s23).intoArray(c, c3 + r2);
        zero.add(s33).intoArray(c, c3 + r3);
        zero.add(s04).intoArray(c, c4 + r0);
        zero.add(s14).intoArray(c, c4 + r1);
        zero.add(s24).intoArray(c, c4 + r2);
        zero.add(s34).intoArray(c, c4 + r3);
    }

    private void two(int count, float[] a, float[] b, int r0, int r1) {
        int p0 = place0;
        int p1 = place1;
        int p2 = place2;
        int p3 = place3;
        int p4 = place4;
        float[] from = start;
        int from0 = start0;
        int from1 = start1;
        int from2 = start2;
        int from3 = start3;
        int from4 = start4;
        FloatVector s00 = FloatVector.fromArray(SPECIES, from, from0 + r0);
        FloatVector s10 = FloatVector.fromArray(SPECIES, from, from0 + r1);
        FloatVector s01 = FloatVector.fromArray(SPECIES, from, from1 + r0);
        FloatVector s11 = FloatVector.fromArray(SPECIES, from, from1 + r1);
        FloatVector s02 = FloatVector.fromArray(SPECIES, from, from2 + r0);
        FloatVector s12 = FloatVector.fromArray(SPECIES, from, from2 + r1);
        FloatVector s03 = FloatVector.fromArray(SPECIES, from, from3 + r0);
        FloatVector s13 = FloatVector.fromArray(SPECIES, from, from3 + r1);
        FloatVector s04 = FloatVector.fromArray(SPECIES, from, from4 + r0);
        FloatVector s14 = FloatVector.fromArray(SPECIES, from, from4 + r1);
        int rows = leftStride;
        int step = rightStride;
        int[] list = listed;
        for (int n = 0; n < count; n++) {
            int k = list[n];
            int left = k * rows;
            int right = k * step;
            FloatVector a0 = FloatVector.fromArray(SPECIES, a, left + r0);
            FloatVector a1 = FloatVector.fromArray(SPECIES, a, left + r1);
            FloatVector f0 = FloatVector.broadcast(SPECIES, b[right + p0]);
            s00 = f0.fma(a0, s00);
            s10 = f0.fma(a1, s10);
            FloatVector f1 = FloatVector.broadcast(SPECIES, b[right + p1]);
            s01 = f1.fma(a0, s01);
            s11 = f1.fma(a1, s11);
            FloatVector f2 = FloatVector.broadcast(SPECIES, b[right + p2]);
            s02 = f2.fma(a0, s02);
            s12 = f2.fma(a1, s12);
            FloatVector f3 = FloatVector.broadcast(SPECIES, b[right + p3]);
            s03 = f3.fma(a0, s03);
            s13 = f3.fma(a1, s13);
            FloatVector f4 = FloatVector.broadcast(SPECIES, b[right + p4]);
            s04 = f4.fma(a0, s04);
            s14 = f4.fma(a1, s14);
        }
        float[] c = result;
        FloatVector zero = FloatVector.zero(SPECIES);
        int c0 = column0;
        int c1 = column1;
        int c2 = column2;
        int c3 = column3;
        int c4 = column4;
        zero.add(s00).intoArray(c, c0 + r0);
        zero.add(s10).intoArray(c, c0 + r1);
        zero.add(s01).intoArray(c, c1 + r0);
        zero.add(s11).intoArray(c, c1 + r1);
        zero.add(s02).intoArray(c, c2 + r0);
        zero.add(s12).intoArray(c, c2 + r1);
        zero.add(s03).intoArray(c, c3 + r0);
        zero.add(s13).intoArray(c, c3 + r1);
        zero.add(s04).intoArray(c, c4 + r0);
        zero.add(s14).intoArray(c, c4 + r1);
    }

    /** Lists the k where a factor of the five columns is not zero; groups where there is none are passed over as one. */
    private int listDown(float[] b, int inner) {
        IntVector zero = IntVector.zero(BITS);
        int[] list = listed;
        int[] some = bits;
        int count = 0;
        int k = 0;
        for (; k <= inner - GROUP_LENGTH; k += GROUP_LENGTH) {
            IntVector group = FloatVector.fromArray(GROUP, b, place0 + k)
                    .reinterpretAsInts()
                    .or(FloatVector.fromArray(GROUP, b, place1 + k).reinterpretAsInts())
                    .or(FloatVector.fromArray(GROUP, b, place2 + k).reinterpretAsInts())
                    .or(FloatVector.fromArray(GROUP, b, place3 + k).reinterpretAsInts())
                    .or(FloatVector.fromArray(GROUP, b, place4 + k).reinterpretAsInts());
            if (group.compare(VectorOperators.NE, zero).anyTrue()) {
                group.intoArray(some, 0);
                for (int i = 0; i < GROUP_LENGTH; i++) {
                    list[count] = k + i;
                    // Without a branch, which nobody could foretell: the sign of x | -x tells whether x is not 0.
                    count += (some[i] | -some[i]) < 0 ? 1 : 0;
                }
            }
        }
        return list(k, inner, count);
    }

    private int list(int from, int to, int before) {
        int[] list = listed;
        int count = before;
        for (int k = from; k < to; k++) {
            list[count++] = k;
        }
        return count;
    }

    private float[] zeros(int rows) {
        if (zeros.length < rows) {
            zeros = new float[rows];
        }
        return zeros;
    }

    /** The left operand turned: its columns are the rows of A. */
    private float[] turned(Matrix a) {
        if (turned.length < a.size()) {
            turned = new float[a.size()];
        }
        float[] values = a.floats();
        int rows = a.columns();
        for (int row = 0; row < rows; row++) {
            int from = row * a.rows();
            for (int k = 0; k < a.rows(); k++) {
                turned[row + k * rows] = values[from + k];
            }
        }
        return turned;
    }
}
