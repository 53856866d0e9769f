package io.nabla.simd;

import io.nabla.api.Matrix;
import io.nabla.api.Product;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A product column by column that leaves out zero factors of the right operand, by {@link FloatColumns}.
 *
 * <p>The factors of some columns are listed first. Zeros come in runs in images, so a whole vector of them is passed over by one
 * comparison; in a vector that is not all zero each number is listed without a branch, and counted if it is not zero.
 */
final class FloatColumnProduct {
    private static final VectorSpecies<Float> SPECIES = FloatTiles.SPECIES;
    private static final int LENGTH = FloatTiles.LENGTH;
    /** How many factors are listed at once, if a column has not more. */
    private static final int LISTED = 8192;

    private float[] factors = new float[LISTED + 1];
    private int[] places = new int[LISTED + 1];
    private int[] counts = new int[LISTED];

    /** Adds columns {@code from} to {@code to - 1} of A·B or A·Bᵀ to C. */
    void add(Product product, Matrix a, Matrix b, Matrix c, int from, int to) {
        int inner = product.inner(a);
        int rows = c.rows();
        if (inner > LISTED && factors.length <= inner) {
            factors = new float[inner + 1];
            places = new int[inner + 1];
        }
        int step = Math.max(1, LISTED / inner);
        for (int column = from; column < to; column += step) {
            int width = Math.min(step, to - column);
            if (product == Product.RIGHT_TRANSPOSED) {
                listAcross(b.floats(), b.rows(), column, width, inner, rows);
            } else {
                listDown(b.floats(), column, width, inner, rows);
            }
            for (int i = 0; i < width; i++) {
                if (counts[i] > 0) {
                    FloatColumns.add(
                            i * inner, counts[i], factors, places, a.floats(), c.floats(), (column + i) * rows, rows);
                }
            }
        }
    }

    /** Lists the factors of columns that stand one behind the other. */
    private void listDown(float[] values, int column, int width, int inner, int rows) {
        for (int i = 0; i < width; i++) {
            int first = (column + i) * inner;
            int at = i * inner;
            int k = 0;
            for (; k <= inner - LENGTH; k += LENGTH) {
                if (isZero(values, first + k)) {
                    continue;
                }
                for (int n = k; n < k + LENGTH; n++) {
                    float factor = values[first + n];
                    factors[at] = factor;
                    places[at] = n * rows;
                    at += factor != 0 ? 1 : 0;
                }
            }
            for (; k < inner; k++) {
                float factor = values[first + k];
                factors[at] = factor;
                places[at] = k * rows;
                at += factor != 0 ? 1 : 0;
            }
            counts[i] = at - i * inner;
        }
    }

    /** Lists the factors of columns that lie across the storage, a stride between one factor and the next. */
    private void listAcross(float[] values, int stride, int column, int width, int inner, int rows) {
        Arrays.fill(counts, 0, width, 0);
        for (int k = 0; k < inner; k++) {
            int first = k * stride + column;
            int place = k * rows;
            int i = 0;
            for (; i <= width - LENGTH; i += LENGTH) {
                if (isZero(values, first + i)) {
                    continue;
                }
                for (int n = i; n < i + LENGTH; n++) {
                    list(values[first + n], place, n, inner);
                }
            }
            for (; i < width; i++) {
                list(values[first + i], place, i, inner);
            }
        }
    }

    private void list(float factor, int place, int column, int inner) {
        int at = column * inner + counts[column];
        factors[at] = factor;
        places[at] = place;
        counts[column] += factor != 0 ? 1 : 0;
    }

    private static boolean isZero(float[] values, int place) {
        return FloatVector.fromArray(SPECIES, values, place)
                .compare(VectorOperators.EQ, 0f)
                .allTrue();
    }
}
