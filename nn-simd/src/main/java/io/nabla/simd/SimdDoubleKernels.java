package io.nabla.simd;

import io.nabla.api.Convolution;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Pooling;
import io.nabla.api.Precision;
import io.nabla.api.Product;
import io.nabla.api.Spare;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Kernels for doubles on vector units, with the bits of the plain kernels. */
final class SimdDoubleKernels implements Kernels {
    private static final int LENGTH = DoubleTiles.LENGTH;
    /** Up to this many rows packing costs more than it saves. */
    private static final int FEW_ROWS = 128;
    /** Fewer columns than this are computed one by one. */
    private static final int FEW_COLUMNS = 4;

    private final Spare<DoubleTiledProduct> spareTiles = new Spare<>(DoubleTiledProduct::new);
    private final Spare<DoubleStrips> spareStrips = new Spare<>(DoubleStrips::new);
    private final Spare<DoubleSteps> spareSteps = new Spare<>(DoubleSteps::new);
    private final Spare<DoubleColumns> spareColumns = new Spare<>(DoubleColumns::new);
    private final Spare<DoubleConvolved> spareConvolved = new Spare<>(DoubleConvolved::new);
    private final Spare<DoubleConvolvedGradient> spareConvolvedGradient = new Spare<>(DoubleConvolvedGradient::new);
    private final Spare<DoubleMaxPools> sparePools = new Spare<>(DoubleMaxPools::new);
    private final Spare<DoubleFunctions> spareFunctions = new Spare<>(DoubleFunctions::new);

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
        if (product == Product.PLAIN && to - from < FEW_COLUMNS) {
            if (!accumulate) {
                Arrays.fill(c.doubles(), from * c.rows(), to * c.rows(), 0);
            }
            DoubleColumns columns = spareColumns.take();
            columns.add(a, b, c, from, to);
            spareColumns.giveBack(columns);
        } else if (isLow(c)) {
            DoubleStrips strips = spareStrips.take();
            strips.compute(product, a, b, c, accumulate, from, to);
            spareStrips.giveBack(strips);
        } else {
            DoubleTiledProduct tiles = spareTiles.take();
            tiles.compute(product, a, b, c, accumulate, from, to);
            spareTiles.giveBack(tiles);
        }
    }

    @Override
    public void affine(Matrix w, Matrix a, Matrix b, Matrix z, int from, int to) {
        if (to - from >= FEW_COLUMNS && isLow(z)) {
            DoubleStrips strips = spareStrips.take();
            strips.computeAffine(w, a, b, z, from, to);
            spareStrips.giveBack(strips);
        } else {
            fillColumns(b, z, from, to);
            multiply(Product.PLAIN, w, a, z, true, from, to);
        }
    }

    @Override
    public void addProduct(double factor, Matrix a, Matrix b, Matrix c, Matrix scratch, int from, int to) {
        if (to - from >= FEW_COLUMNS && isLow(c)) {
            DoubleSteps steps = spareSteps.take();
            steps.add(factor, a, b, c, from, to);
            spareSteps.giveBack(steps);
        } else {
            multiply(Product.RIGHT_TRANSPOSED, a, b, scratch, false, from, to);
            combine(1, c, factor, scratch, c, from * c.rows(), to * c.rows());
        }
    }

    /** Whether a result is too low for tiles to be worth their packing, and not lower than one vector. */
    private static boolean isLow(Matrix c) {
        return c.rows() >= LENGTH && c.rows() <= FEW_ROWS;
    }

    @Override
    public void map(DoubleUnaryOperator f, Matrix x, Matrix result, int from, int to) {
        DoubleFunctions functions = spareFunctions.take();
        functions.map(f, x.doubles(), result.doubles(), from, to);
        spareFunctions.giveBack(functions);
    }

    @Override
    public void zip(DoubleBinaryOperator f, Matrix x, Matrix y, Matrix result, int from, int to) {
        DoubleFunctions functions = spareFunctions.take();
        functions.zip(f, x.doubles(), y.doubles(), result.doubles(), from, to);
        spareFunctions.giveBack(functions);
    }

    @Override
    public void convolve(Convolution convolution, Matrix w, Matrix b, Matrix a, Matrix z, int from, int to) {
        DoubleConvolved convolved = spareConvolved.take();
        convolved.forward(convolution, w, b, a, z, from, to);
        spareConvolved.giveBack(convolved);
    }

    @Override
    public void convolveBack(Convolution convolution, Matrix w, Matrix delta, Matrix error, int from, int to) {
        DoubleConvolved convolved = spareConvolved.take();
        convolved.backward(convolution, w, delta, error, from, to);
        spareConvolved.giveBack(convolved);
    }

    @Override
    public void convolveGradient(
            Convolution convolution, Matrix delta, Matrix a, Matrix nablaW, Matrix nablaB, int from, int to) {
        DoubleConvolvedGradient gradient = spareConvolvedGradient.take();
        gradient.add(convolution, delta, a, nablaW, nablaB, from, to);
        spareConvolvedGradient.giveBack(gradient);
    }

    @Override
    public void maxPool(Pooling pooling, Matrix a, Matrix z, int from, int to) {
        if (!DoubleMaxPools.canDo(pooling)) {
            Kernels.super.maxPool(pooling, a, z, from, to);
            return;
        }
        DoubleMaxPools pools = sparePools.take();
        for (int plane = from; plane < to; plane++) {
            if (!pools.pool(pooling, a.doubles(), z.doubles(), plane)) {
                Kernels.super.maxPool(pooling, a, z, plane, plane + 1);
            }
        }
        sparePools.giveBack(pools);
    }

    @Override
    public void maxPoolBack(Pooling pooling, Matrix a, Matrix delta, Matrix error, int from, int to) {
        if (!DoubleMaxPools.canDo(pooling)) {
            Kernels.super.maxPoolBack(pooling, a, delta, error, from, to);
            return;
        }
        DoubleMaxPools pools = sparePools.take();
        for (int plane = from; plane < to; plane++) {
            if (!pools.spread(pooling, a.doubles(), delta.doubles(), error.doubles(), plane)) {
                Kernels.super.maxPoolBack(pooling, a, delta, error, plane, plane + 1);
            }
        }
        sparePools.giveBack(pools);
    }

    // The compiler turns these plain loops into vector instructions by itself.
    @Override
    public void combine(double alpha, Matrix x, double beta, Matrix y, Matrix result, int from, int to) {
        double[] xs = x.doubles();
        double[] ys = y.doubles();
        double[] results = result.doubles();
        double p = alpha;
        double q = beta;
        for (int i = from; i < to; i++) {
            results[i] = Math.fma(q, ys[i], p * xs[i]);
        }
    }

    @Override
    public void hadamard(Matrix x, Matrix y, Matrix result, int from, int to) {
        double[] xs = x.doubles();
        double[] ys = y.doubles();
        double[] results = result.doubles();
        for (int i = from; i < to; i++) {
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
    public void fillFromBytes(byte[] bytes, int[] places, double factor, Matrix x, int from, int to) {
        double[] values = x.doubles();
        for (int column = from; column < to; column++) {
            DoubleBytes.scale(bytes, places[column], x.rows(), factor, values, column * x.rows());
        }
    }

    @Override
    public void addRowSums(Matrix x, Matrix sums, int from, int to) {
        double[] xs = x.doubles();
        double[] totals = sums.doubles();
        for (int column = 0; column < x.columns(); column++) {
            int place = column * x.rows();
            for (int row = from; row < to; row++) {
                totals[row] += xs[place + row];
            }
        }
    }
}
