package io.nabla.simd;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Product;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Kernels for doubles on vector units, with the bits of the plain kernels. */
final class SimdDoubleKernels implements Kernels {
    private static final VectorSpecies<Double> SPECIES = DoubleTiles.SPECIES;
    private static final int LENGTH = DoubleTiles.LENGTH;
    /** Up to this many rows a column of the result stays in registers, and zeros are worth skipping. */
    private static final int FEW_ROWS = 128;

    private final Queue<DoubleTiledProduct> spareTiles = new ConcurrentLinkedQueue<>();
    private final Queue<DoubleColumnProduct> spareColumns = new ConcurrentLinkedQueue<>();

    @Override
    public String name() {
        return SimdKernelsProvider.NAME;
    }

    @Override
    public Precision precision() {
        return Precision.DOUBLE;
    }

    @Override
    public void multiply(Product product, Matrix a, Matrix b, Matrix c, boolean accumulate, int from, int to) {
        if (!accumulate) {
            Arrays.fill(c.doubles(), from * c.rows(), to * c.rows(), 0);
        }
        if (product != Product.LEFT_TRANSPOSED && (c.rows() <= FEW_ROWS || to - from == 1)) {
            DoubleColumnProduct columns = spareColumns.poll();
            columns = columns == null ? new DoubleColumnProduct() : columns;
            columns.add(product, a, b, c, from, to);
            spareColumns.add(columns);
        } else {
            DoubleTiledProduct tiles = spareTiles.poll();
            tiles = tiles == null ? new DoubleTiledProduct() : tiles;
            tiles.add(product, a, b, c, from, to);
            spareTiles.add(tiles);
        }
    }

    @Override
    public void map(DoubleUnaryOperator f, Matrix x, Matrix result, int from, int to) {
        double[] xs = x.doubles();
        double[] results = result.doubles();
        for (int i = from; i < to; i++) {
            results[i] = f.applyAsDouble(xs[i]);
        }
    }

    @Override
    public void zip(DoubleBinaryOperator f, Matrix x, Matrix y, Matrix result, int from, int to) {
        double[] xs = x.doubles();
        double[] ys = y.doubles();
        double[] results = result.doubles();
        for (int i = from; i < to; i++) {
            results[i] = f.applyAsDouble(xs[i], ys[i]);
        }
    }

    @Override
    public void combine(double alpha, Matrix x, double beta, Matrix y, Matrix result, int from, int to) {
        double[] xs = x.doubles();
        double[] ys = y.doubles();
        double[] results = result.doubles();
        DoubleVector p = DoubleVector.broadcast(SPECIES, alpha);
        DoubleVector q = DoubleVector.broadcast(SPECIES, beta);
        int i = from;
        for (; i <= to - LENGTH; i += LENGTH) {
            DoubleVector scaled = DoubleVector.fromArray(SPECIES, xs, i).mul(p);
            DoubleVector.fromArray(SPECIES, ys, i).fma(q, scaled).intoArray(results, i);
        }
        for (; i < to; i++) {
            results[i] = Math.fma(beta, ys[i], alpha * xs[i]);
        }
    }

    @Override
    public void hadamard(Matrix x, Matrix y, Matrix result, int from, int to) {
        double[] xs = x.doubles();
        double[] ys = y.doubles();
        double[] results = result.doubles();
        int i = from;
        for (; i <= to - LENGTH; i += LENGTH) {
            DoubleVector.fromArray(SPECIES, xs, i)
                    .mul(DoubleVector.fromArray(SPECIES, ys, i))
                    .intoArray(results, i);
        }
        for (; i < to; i++) {
            results[i] = xs[i] * ys[i];
        }
    }

    @Override
    public void fillColumns(Matrix b, Matrix c, int from, int to) {
        for (int column = from; column < to; column++) {
            System.arraycopy(b.doubles(), 0, c.doubles(), column * c.rows(), c.rows());
        }
    }

    @Override
    public void addRowSums(Matrix x, Matrix sums, int from, int to) {
        double[] xs = x.doubles();
        double[] totals = sums.doubles();
        int row = from;
        for (; row <= to - LENGTH; row += LENGTH) {
            DoubleVector total = DoubleVector.fromArray(SPECIES, totals, row);
            for (int place = row; place < x.size(); place += x.rows()) {
                total = total.add(DoubleVector.fromArray(SPECIES, xs, place));
            }
            total.intoArray(totals, row);
        }
        for (; row < to; row++) {
            for (int place = row; place < x.size(); place += x.rows()) {
                totals[row] += xs[place];
            }
        }
    }
}
