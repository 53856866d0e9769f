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
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Kernels for floats on vector units, with the bits of the plain kernels. */
final class SimdFloatKernels implements Kernels {
    private static final VectorSpecies<Float> SPECIES = FloatTiles.SPECIES;
    private static final int LENGTH = FloatTiles.LENGTH;
    /** Up to this many rows a column of the result stays in registers, and zeros are worth skipping. */
    private static final int FEW_ROWS = 128;

    private final Queue<FloatTiledProduct> spareTiles = new ConcurrentLinkedQueue<>();
    private final Queue<FloatColumnProduct> spareColumns = new ConcurrentLinkedQueue<>();

    @Override
    public String name() {
        return SimdKernelsProvider.NAME;
    }

    @Override
    public Precision precision() {
        return Precision.FLOAT;
    }

    @Override
    public void multiply(Product product, Matrix a, Matrix b, Matrix c, boolean accumulate, int from, int to) {
        if (!accumulate) {
            Arrays.fill(c.floats(), from * c.rows(), to * c.rows(), 0);
        }
        if (product != Product.LEFT_TRANSPOSED && (c.rows() <= FEW_ROWS || to - from == 1)) {
            FloatColumnProduct columns = spareColumns.poll();
            columns = columns == null ? new FloatColumnProduct() : columns;
            columns.add(product, a, b, c, from, to);
            spareColumns.add(columns);
        } else {
            FloatTiledProduct tiles = spareTiles.poll();
            tiles = tiles == null ? new FloatTiledProduct() : tiles;
            tiles.add(product, a, b, c, from, to);
            spareTiles.add(tiles);
        }
    }

    @Override
    public void map(DoubleUnaryOperator f, Matrix x, Matrix result, int from, int to) {
        float[] xs = x.floats();
        float[] results = result.floats();
        for (int i = from; i < to; i++) {
            results[i] = (float) f.applyAsDouble(xs[i]);
        }
    }

    @Override
    public void zip(DoubleBinaryOperator f, Matrix x, Matrix y, Matrix result, int from, int to) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        float[] results = result.floats();
        for (int i = from; i < to; i++) {
            results[i] = (float) f.applyAsDouble(xs[i], ys[i]);
        }
    }

    @Override
    public void combine(double alpha, Matrix x, double beta, Matrix y, Matrix result, int from, int to) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        float[] results = result.floats();
        FloatVector p = FloatVector.broadcast(SPECIES, (float) alpha);
        FloatVector q = FloatVector.broadcast(SPECIES, (float) beta);
        int i = from;
        for (; i <= to - LENGTH; i += LENGTH) {
            FloatVector scaled = FloatVector.fromArray(SPECIES, xs, i).mul(p);
            FloatVector.fromArray(SPECIES, ys, i).fma(q, scaled).intoArray(results, i);
        }
        for (; i < to; i++) {
            results[i] = Math.fma((float) beta, ys[i], (float) alpha * xs[i]);
        }
    }

    @Override
    public void hadamard(Matrix x, Matrix y, Matrix result, int from, int to) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        float[] results = result.floats();
        int i = from;
        for (; i <= to - LENGTH; i += LENGTH) {
            FloatVector.fromArray(SPECIES, xs, i)
                    .mul(FloatVector.fromArray(SPECIES, ys, i))
                    .intoArray(results, i);
        }
        for (; i < to; i++) {
            results[i] = xs[i] * ys[i];
        }
    }

    @Override
    public void fillColumns(Matrix b, Matrix c, int from, int to) {
        for (int column = from; column < to; column++) {
            System.arraycopy(b.floats(), 0, c.floats(), column * c.rows(), c.rows());
        }
    }

    @Override
    public void addRowSums(Matrix x, Matrix sums, int from, int to) {
        float[] xs = x.floats();
        float[] totals = sums.floats();
        int row = from;
        for (; row <= to - LENGTH; row += LENGTH) {
            FloatVector total = FloatVector.fromArray(SPECIES, totals, row);
            for (int place = row; place < x.size(); place += x.rows()) {
                total = total.add(FloatVector.fromArray(SPECIES, xs, place));
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
