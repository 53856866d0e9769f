package io.nabla.simd;

import io.nabla.api.Matrix;
import io.nabla.api.Product;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A product by tiles, for matrices that are large in every direction.
 *
 * <p>Both operands are packed into the order in which {@link DoubleTiles} reads them: the right one for a block of k and up to
 * 512 columns, the left one panel by panel, each of a size that stays in the first-level cache. Those k at which all eight columns
 * of a tile have the factor zero, as images have most, are left out of the tile: a list says which there are. The memory is made
 * once.
 */
final class DoubleTiledProduct {
    private static final VectorSpecies<Double> SPECIES = DoubleTiles.SPECIES;
    private static final VectorSpecies<Long> BITS = LongVector.SPECIES_PREFERRED.withShape(SPECIES.vectorShape());
    private static final int LENGTH = DoubleTiles.LENGTH;
    private static final int ROWS = DoubleTiles.ROWS;
    private static final int COLUMNS = DoubleTiles.COLUMNS;
    /** The most k in a block. */
    private static final int DEPTH = 256;
    /** Columns packed at once. */
    private static final int WIDTH = 512;

    private final double[] left = new double[ROWS * DEPTH];
    private final double[] right = new double[WIDTH * DEPTH];
    /** The k of each tile, as places in the left panel. */
    private final int[] places = new int[WIDTH / COLUMNS * DEPTH];

    private final int[] counts = new int[WIDTH / COLUMNS];
    private final double[] edge = new double[ROWS * COLUMNS];
    private final double[] zeros = new double[ROWS];

    /** Computes columns {@code from} to {@code to - 1} of C = op(A)·op(B), or adds that to C. */
    void compute(Product product, Matrix a, Matrix b, Matrix c, boolean accumulate, int from, int to) {
        int inner = product.inner(a);
        int rows = c.rows();
        int blocks = (inner + DEPTH - 1) / DEPTH;
        int most = (inner + blocks - 1) / blocks;
        for (int k = 0; k < inner; k += most) {
            int depth = Math.min(most, inner - k);
            boolean add = accumulate || k > 0;
            for (int column = from; column < to; column += WIDTH) {
                int width = Math.min(WIDTH, to - column);
                packRight(product, b, k, depth, column, width);
                for (int row = 0; row < rows; row += ROWS) {
                    int height = Math.min(ROWS, rows - row);
                    packLeft(product, a, k, depth, row, height);
                    computePanel(c.doubles(), rows, row, height, column, width, depth, add);
                }
            }
        }
    }

    private void computePanel(
            double[] c, int rows, int row, int height, int column, int width, int depth, boolean add) {
        for (int j = 0; j < width; j += COLUMNS) {
            int tile = j / COLUMNS;
            int count = counts[tile];
            int[] listed = count == depth ? null : places;
            int columns = Math.min(COLUMNS, width - j);
            int first = (column + j) * rows + row;
            if (height == ROWS && columns == COLUMNS) {
                double[] start = add ? c : zeros;
                int startFirst = add ? first : 0;
                int startStride = add ? rows : 0;
                DoubleTiles.compute(
                        count,
                        listed,
                        tile * DEPTH,
                        left,
                        right,
                        j * depth,
                        start,
                        startFirst,
                        startStride,
                        c,
                        first,
                        rows);
            } else {
                Arrays.fill(edge, 0);
                for (int i = 0; add && i < columns; i++) {
                    System.arraycopy(c, first + i * rows, edge, i * ROWS, height);
                }
                DoubleTiles.compute(count, listed, tile * DEPTH, left, right, j * depth, edge, 0, ROWS, edge, 0, ROWS);
                for (int i = 0; i < columns; i++) {
                    System.arraycopy(edge, i * ROWS, c, first + i * rows, height);
                }
            }
        }
    }

    private void packRight(Product product, Matrix b, int k, int depth, int column, int width) {
        double[] values = b.doubles();
        for (int j = 0; j < width; j += COLUMNS) {
            int tile = j / COLUMNS;
            int columns = Math.min(COLUMNS, width - j);
            boolean across = product == Product.RIGHT_TRANSPOSED;
            int next = across ? b.rows() : 1;
            int first = across ? k * b.rows() + column + j : (column + j) * b.rows() + k;
            int stride = across ? 1 : b.rows();
            if (columns < COLUMNS) {
                packEdge(values, first, next, stride, columns, depth, tile, j * depth);
            } else if (across) {
                packAcross(values, first, next, depth, tile, j * depth);
            } else {
                packDown(values, first, stride, depth, tile, j * depth);
            }
        }
    }

    /** Fewer than eight columns: the others get zeros, which count for nothing. */
    private void packEdge(
            double[] values, int first, int next, int stride, int columns, int depth, int tile, int place) {
        Arrays.fill(right, place, place + depth * COLUMNS, 0);
        for (int k = 0; k < depth; k++) {
            for (int i = 0; i < columns; i++) {
                right[place + k * COLUMNS + i] = values[first + k * next + i * stride];
            }
        }
        counts[tile] = depth;
    }

    /** Eight neighbours of each k: copied, and counted if one of them is not zero; all of them where few are left out. */
    private void packAcross(double[] values, int first, int next, int depth, int tile, int place) {
        int count = packAcross(values, first, next, depth, tile, place, false);
        if (count < depth && !isWorthListing(count, depth)) {
            count = packAcross(values, first, next, depth, tile, place, true);
        }
        counts[tile] = count;
    }

    private int packAcross(double[] values, int first, int next, int depth, int tile, int place, boolean all) {
        int least = all ? 1 : 0;
        int count = 0;
        int listed = tile * DEPTH;
        for (int k = 0; k < depth; k++) {
            int from = first + k * next;
            int to = place + count * COLUMNS;
            double v0 = values[from];
            double v1 = values[from + 1];
            double v2 = values[from + 2];
            double v3 = values[from + 3];
            double v4 = values[from + 4];
            double v5 = values[from + 5];
            double v6 = values[from + 6];
            double v7 = values[from + 7];
            right[to] = v0;
            right[to + 1] = v1;
            right[to + 2] = v2;
            right[to + 3] = v3;
            right[to + 4] = v4;
            right[to + 5] = v5;
            right[to + 6] = v6;
            right[to + 7] = v7;
            places[listed + count] = k * ROWS;
            long bits = bits(v0) | bits(v1) | bits(v2) | bits(v3) | bits(v4) | bits(v5) | bits(v6) | bits(v7);
            count += bits << 1 != 0 ? 1 : least;
        }
        return count;
    }

    /** A list costs a third of the speed, so it has to leave out a quarter. */
    private static boolean isWorthListing(int count, int depth) {
        return 4 * count <= 3 * depth;
    }

    /** Eight columns side by side: the k at which one of them is not zero are listed, then those are copied. */
    private void packDown(double[] values, int first, int stride, int depth, int tile, int place) {
        int c1 = first + stride;
        int c2 = c1 + stride;
        int c3 = c2 + stride;
        int c4 = c3 + stride;
        int c5 = c4 + stride;
        int c6 = c5 + stride;
        int c7 = c6 + stride;
        int listed = tile * DEPTH;
        int count = 0;
        LongVector zero = LongVector.zero(BITS);
        int block = 0;
        for (; block <= depth - LENGTH; block += LENGTH) {
            LongVector bits = DoubleVector.fromArray(SPECIES, values, first + block)
                    .reinterpretAsLongs()
                    .or(DoubleVector.fromArray(SPECIES, values, c1 + block).reinterpretAsLongs())
                    .or(DoubleVector.fromArray(SPECIES, values, c2 + block).reinterpretAsLongs())
                    .or(DoubleVector.fromArray(SPECIES, values, c3 + block).reinterpretAsLongs())
                    .or(DoubleVector.fromArray(SPECIES, values, c4 + block).reinterpretAsLongs())
                    .or(DoubleVector.fromArray(SPECIES, values, c5 + block).reinterpretAsLongs())
                    .or(DoubleVector.fromArray(SPECIES, values, c6 + block).reinterpretAsLongs())
                    .or(DoubleVector.fromArray(SPECIES, values, c7 + block).reinterpretAsLongs());
            VectorMask<Long> some = bits.compare(VectorOperators.NE, zero);
            if (some.allTrue()) {
                for (int k = block; k < block + LENGTH; k++) {
                    places[listed + count++] = k;
                }
            } else if (some.anyTrue()) {
                count = listSome(values, first, stride, block, block + LENGTH, listed, count);
            }
        }
        count = listSome(values, first, stride, block, depth, listed, count);
        if (!isWorthListing(count, depth)) {
            for (count = 0; count < depth; count++) {
                places[listed + count] = count;
            }
        }
        counts[tile] = count;
        for (int n = 0; n < count; n++) {
            int k = places[listed + n];
            int to = place + n * COLUMNS;
            right[to] = values[first + k];
            right[to + 1] = values[c1 + k];
            right[to + 2] = values[c2 + k];
            right[to + 3] = values[c3 + k];
            right[to + 4] = values[c4 + k];
            right[to + 5] = values[c5 + k];
            right[to + 6] = values[c6 + k];
            right[to + 7] = values[c7 + k];
            places[listed + n] = k * ROWS;
        }
    }

    private int listSome(double[] values, int first, int stride, int from, int to, int listed, int before) {
        int count = before;
        for (int k = from; k < to; k++) {
            long bits = 0;
            for (int i = 0; i < COLUMNS; i++) {
                bits |= bits(values[first + i * stride + k]);
            }
            places[listed + count] = k;
            count += bits << 1 != 0 ? 1 : 0;
        }
        return count;
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }

    private void packLeft(Product product, Matrix a, int k, int depth, int row, int height) {
        double[] values = a.doubles();
        int stride = a.rows();
        if (height < ROWS) {
            Arrays.fill(left, 0, depth * ROWS, 0);
        }
        if (product == Product.LEFT_TRANSPOSED) {
            int i = 0;
            for (; i <= height - 8; i += 8) {
                // Eight columns become eight rows of the panel.
                int c0 = (row + i) * stride + k;
                int c1 = c0 + stride;
                int c2 = c1 + stride;
                int c3 = c2 + stride;
                int c4 = c3 + stride;
                int c5 = c4 + stride;
                int c6 = c5 + stride;
                int c7 = c6 + stride;
                for (int n = 0; n < depth; n++) {
                    int at = i + n * ROWS;
                    left[at] = values[c0 + n];
                    left[at + 1] = values[c1 + n];
                    left[at + 2] = values[c2 + n];
                    left[at + 3] = values[c3 + n];
                    left[at + 4] = values[c4 + n];
                    left[at + 5] = values[c5 + n];
                    left[at + 6] = values[c6 + n];
                    left[at + 7] = values[c7 + n];
                }
            }
            for (; i < height; i++) {
                for (int n = 0; n < depth; n++) {
                    left[i + n * ROWS] = values[(row + i) * stride + k + n];
                }
            }
        } else if (height == ROWS) {
            // A vector that was just read can be stored on newer JDKs only; what was added to zero is one that the
            // compiler knows.
            DoubleVector zero = DoubleVector.zero(SPECIES);
            for (int n = 0; n < depth; n++) {
                int from = (k + n) * stride + row;
                zero.add(DoubleVector.fromArray(SPECIES, values, from)).intoArray(left, n * ROWS);
                zero.add(DoubleVector.fromArray(SPECIES, values, from + LENGTH)).intoArray(left, n * ROWS + LENGTH);
            }
        } else {
            for (int n = 0; n < depth; n++) {
                System.arraycopy(values, (k + n) * stride + row, left, n * ROWS, height);
            }
        }
    }
}
