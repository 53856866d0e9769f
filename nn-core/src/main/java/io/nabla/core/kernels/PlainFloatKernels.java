package io.nabla.core.kernels;

import io.nabla.api.ElementaryBackward;
import io.nabla.api.ElementaryFunction;
import io.nabla.api.FloatElementary;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Product;
import io.nabla.api.Spare;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Plain loops on floats, formed so that the JIT compiler turns them into vector instructions.
 *
 * <p>The twin for the other precision has the same loops line by line; Java has no way to say both at once.
 */
final class PlainFloatKernels implements Kernels {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final Spare<Panel> spare = new Spare<>(Panel::new);

    @Override
    public String name() {
        return PlainKernels.NAME;
    }

    @Override
    public Precision precision() {
        return Precision.FLOAT;
    }

    @Override
    public void multiply(Product product, Matrix a, Matrix b, Matrix c, boolean accumulate, int from, int to) {
        int rows = c.rows();
        int inner = product.inner(a);
        float[] sums = c.floats();
        if (!accumulate) {
            Arrays.fill(sums, from * rows, to * rows, 0);
        }
        Panel panel = spare.take();
        for (int row = 0; row < rows; row += Panel.ROWS) {
            panel.height = Math.min(Panel.ROWS, rows - row);
            for (int k = 0; k < inner; k += Panel.COLUMNS) {
                panel.width = Math.min(Panel.COLUMNS, inner - k);
                panel.pack(product, a, row, k);
                for (int column = from; column < to; column++) {
                    panel.readFactors(product, b, k, column);
                    panel.addTo(sums, column * rows + row, k + panel.width == inner);
                }
            }
        }
        spare.giveBack(panel);
    }

    /** A block of the left operand, each column in an array of its own, and the factors of one column of the right. */
    private static final class Panel {
        static final int ROWS = 256;
        static final int COLUMNS = 128;

        private final float[][] columns = new float[COLUMNS][ROWS];
        private final float[] sum = new float[ROWS];
        private final float[] factors = new float[COLUMNS];
        private final int[] places = new int[COLUMNS];
        private int height;
        private int width;
        private int count;

        void pack(Product product, Matrix a, int row, int k) {
            float[] values = a.floats();
            for (int i = 0; i < width; i++) {
                if (product == Product.LEFT_TRANSPOSED) {
                    gather(values, row * a.rows() + k + i, a.rows(), columns[i], height);
                } else {
                    System.arraycopy(values, (k + i) * a.rows() + row, columns[i], 0, height);
                }
            }
        }

        /** Keeps the factors that are not zero: an input of images is mostly zeros. NaN is kept. */
        void readFactors(Product product, Matrix b, int k, int column) {
            float[] values = b.floats();
            boolean transposed = product == Product.RIGHT_TRANSPOSED;
            int stride = transposed ? b.rows() : 1;
            int place = transposed ? column + k * b.rows() : column * b.rows() + k;
            count = 0;
            for (int i = 0; i < width; i++, place += stride) {
                float factor = values[place];
                if (factor != 0) {
                    factors[count] = factor;
                    places[count] = i;
                    count++;
                }
            }
        }

        void addTo(float[] sums, int place, boolean last) {
            if (count == 0 && !last) {
                return;
            }
            System.arraycopy(sums, place, sum, 0, height);
            int i = 0;
            for (; i + 4 <= count; i += 4) {
                addFour(
                        height,
                        factors[i],
                        columns[places[i]],
                        factors[i + 1],
                        columns[places[i + 1]],
                        factors[i + 2],
                        columns[places[i + 2]],
                        factors[i + 3],
                        columns[places[i + 3]],
                        sum);
            }
            for (; i < count; i++) {
                addOne(height, factors[i], columns[places[i]], sum);
            }
            if (last) {
                addZero(height, sum);
            }
            System.arraycopy(sum, 0, sums, place, height);
        }
    }

    private static void gather(float[] values, int first, int stride, float[] result, int n) {
        int place = first;
        for (int i = 0; i < n; i++, place += stride) {
            result[i] = values[place];
        }
    }

    // Every array is indexed from 0 by the same i: only then does the compiler see that no store meets a later load.
    private static void addFour(
            int n,
            float f0,
            float[] a0,
            float f1,
            float[] a1,
            float f2,
            float[] a2,
            float f3,
            float[] a3,
            float[] sum) {
        for (int i = 0; i < n; i++) {
            sum[i] = Math.fma(f3, a3[i], Math.fma(f2, a2[i], Math.fma(f1, a1[i], Math.fma(f0, a0[i], sum[i]))));
        }
    }

    private static void addOne(int n, float f, float[] a, float[] sum) {
        for (int i = 0; i < n; i++) {
            sum[i] = Math.fma(f, a[i], sum[i]);
        }
    }

    /** Makes +0 of -0, which depends on whether zero factors were left out. */
    private static void addZero(int n, float[] sum) {
        for (int i = 0; i < n; i++) {
            sum[i] += 0;
        }
    }

    @Override
    public void map(DoubleUnaryOperator f, Matrix x, Matrix result, int from, int to) {
        float[] xs = x.floats();
        float[] results = result.floats();
        // For each known function a loop of its own, which the compiler can inline it into.
        if (f == ElementaryFunction.SIGMOID) {
            for (int i = from; i < to; i++) {
                results[i] = FloatElementary.sigmoid(xs[i]);
            }
        } else if (f == ElementaryFunction.TANH) {
            for (int i = from; i < to; i++) {
                results[i] = FloatElementary.tanh(xs[i]);
            }
        } else if (f == ElementaryFunction.EXP) {
            for (int i = from; i < to; i++) {
                results[i] = FloatElementary.exp(xs[i]);
            }
        } else if (f == ElementaryFunction.RELU) {
            for (int i = from; i < to; i++) {
                results[i] = Math.max(0, xs[i]);
            }
        } else {
            for (int i = from; i < to; i++) {
                results[i] = (float) f.applyAsDouble(xs[i]);
            }
        }
    }

    @Override
    public void zip(DoubleBinaryOperator f, Matrix x, Matrix y, Matrix result, int from, int to) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        float[] results = result.floats();
        if (f instanceof ElementaryBackward known) {
            for (int i = from; i < to; i++) {
                results[i] = known.applyAsFloat(xs[i], ys[i]);
            }
        } else {
            for (int i = from; i < to; i++) {
                results[i] = (float) f.applyAsDouble(xs[i], ys[i]);
            }
        }
    }

    @Override
    public void combine(double alpha, Matrix x, double beta, Matrix y, Matrix result, int from, int to) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        float[] results = result.floats();
        float p = (float) alpha;
        float q = (float) beta;
        for (int i = from; i < to; i++) {
            results[i] = Math.fma(q, ys[i], p * xs[i]);
        }
    }

    @Override
    public void hadamard(Matrix x, Matrix y, Matrix result, int from, int to) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        float[] results = result.floats();
        for (int i = from; i < to; i++) {
            results[i] = xs[i] * ys[i];
        }
    }

    @Override
    public void fillColumns(Matrix b, Matrix c, int from, int to) {
        for (int column = from; column < to; column++) {
            System.arraycopy(b.floats(), 0, c.floats(), column * c.rows(), c.rows());
        }
    }

    /** Most pixels of an image are background: eight of these at once are nothing to do. */
    @Override
    public void fillFromBytes(byte[] bytes, int[] places, double factor, Matrix x, int from, int to) {
        float[] values = x.floats();
        float scale = (float) factor;
        int rows = x.rows();
        Arrays.fill(values, from * rows, to * rows, 0);
        for (int column = from; column < to; column++) {
            int first = places[column];
            int place = column * rows;
            int row = 0;
            for (; row <= rows - 8; row += 8) {
                if ((long) EIGHT_BYTES.get(bytes, first + row) != 0) {
                    for (int i = row; i < row + 8; i++) {
                        values[place + i] = scale * (bytes[first + i] & 0xFF);
                    }
                }
            }
            for (; row < rows; row++) {
                values[place + row] = scale * (bytes[first + row] & 0xFF);
            }
        }
    }

    @Override
    public void addRowSums(Matrix x, Matrix sums, int from, int to) {
        float[] xs = x.floats();
        float[] totals = sums.floats();
        for (int column = 0; column < x.columns(); column++) {
            int place = column * x.rows();
            for (int row = from; row < to; row++) {
                totals[row] += xs[place + row];
            }
        }
    }
}
