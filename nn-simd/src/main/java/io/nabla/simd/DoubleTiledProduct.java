package io.nabla.simd;

import io.nabla.api.Matrix;
import io.nabla.api.Product;
import java.util.Arrays;

/**
 * A product by tiles, for matrices that are large in every direction.
 *
 * <p>Both operands are packed into the order in which {@link DoubleTiles} reads them: the right one for a block of k and up to
 * 512 columns, the left one panel by panel, each of a size that stays in the first-level cache. The memory is made once.
 */
final class DoubleTiledProduct {
    /** k in a block. */
    private static final int DEPTH = 256;
    /** Columns packed at once. */
    private static final int WIDTH = 512;

    private final double[] left = new double[DoubleTiles.ROWS * DEPTH];
    private final double[] right = new double[WIDTH * DEPTH];
    private final double[] edge = new double[DoubleTiles.ROWS * 8];

    /** Adds columns {@code from} to {@code to - 1} of op(A)·op(B) to C. */
    void add(Product product, Matrix a, Matrix b, Matrix c, int from, int to) {
        int inner = product.inner(a);
        int rows = c.rows();
        for (int k = 0; k < inner; k += DEPTH) {
            int depth = Math.min(DEPTH, inner - k);
            for (int column = from; column < to; column += WIDTH) {
                int width = Math.min(WIDTH, to - column);
                packRight(product, b, k, depth, column, width);
                for (int row = 0; row < rows; row += DoubleTiles.ROWS) {
                    int height = Math.min(DoubleTiles.ROWS, rows - row);
                    packLeft(product, a, k, depth, row, height);
                    addPanel(c.doubles(), rows, row, height, column, width, depth);
                }
            }
        }
    }

    private void addPanel(double[] c, int rows, int row, int height, int column, int width, int depth) {
        for (int j = 0; j < width; ) {
            int tile = tileWidth(width - j);
            int first = (column + j) * rows + row;
            if (height == DoubleTiles.ROWS) {
                DoubleTiles.add(tile, depth, left, right, j * depth, c, first, rows);
            } else {
                for (int i = 0; i < tile; i++) {
                    System.arraycopy(c, first + i * rows, edge, i * DoubleTiles.ROWS, height);
                }
                DoubleTiles.add(tile, depth, left, right, j * depth, edge, 0, DoubleTiles.ROWS);
                for (int i = 0; i < tile; i++) {
                    System.arraycopy(edge, i * DoubleTiles.ROWS, c, first + i * rows, height);
                }
            }
            j += tile;
        }
    }

    /** 8, or the largest of 4, 2 and 1 that is left. */
    private static int tileWidth(int columns) {
        return columns >= 8 ? 8 : Integer.highestOneBit(columns);
    }

    private void packRight(Product product, Matrix b, int k, int depth, int column, int width) {
        double[] values = b.doubles();
        for (int j = 0; j < width; ) {
            int tile = tileWidth(width - j);
            if (product == Product.RIGHT_TRANSPOSED) {
                for (int i = 0; i < depth; i++) {
                    System.arraycopy(values, (k + i) * b.rows() + column + j, right, j * depth + i * tile, tile);
                }
            } else {
                for (int i = 0; i < tile; i++) {
                    spread(values, (column + j + i) * b.rows() + k, right, j * depth + i, tile, depth);
                }
            }
            j += tile;
        }
    }

    private void packLeft(Product product, Matrix a, int k, int depth, int row, int height) {
        double[] values = a.doubles();
        if (height < DoubleTiles.ROWS) {
            Arrays.fill(left, 0, depth * DoubleTiles.ROWS, 0);
        }
        if (product == Product.LEFT_TRANSPOSED) {
            for (int i = 0; i < height; i++) {
                spread(values, (row + i) * a.rows() + k, left, i, DoubleTiles.ROWS, depth);
            }
        } else {
            for (int i = 0; i < depth; i++) {
                System.arraycopy(values, (k + i) * a.rows() + row, left, i * DoubleTiles.ROWS, height);
            }
        }
    }

    /** Copies n neighbours to places that are a stride apart. */
    private static void spread(double[] from, int first, double[] to, int place, int stride, int n) {
        for (int i = 0; i < n; i++) {
            to[place + i * stride] = from[first + i];
        }
    }
}
