package io.nabla.core.kernels;

import io.nabla.api.Convolution;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Pooling;
import io.nabla.api.Precision;
import io.nabla.api.Product;
import io.nabla.api.RangeLoop;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Other kernels on a fixed pool of threads: each thread computes a range of an operation's outputs.
 *
 * <p>A sum is never split, so the bits are those of one thread. Operations too small to gain stay on the caller's thread.
 */
public final class ThreadedKernels implements Kernels, AutoCloseable {
    /** Below this many multiplications a hand-over to another thread costs more than it saves. */
    private static final long MIN_WORK_OF_PRODUCT = 400_000;

    private static final int MIN_WORK_OF_MAP = 20_000;
    private static final int MIN_WORK_OF_COPY = 60_000;

    private final Kernels kernels;
    private final Team team;

    /**
     * Starts the threads; they are daemons and end with {@link #close}.
     *
     * @param threads 1 or more, the caller's own thread included
     */
    public ThreadedKernels(Kernels kernels, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least 1 thread is needed, but got " + threads);
        }
        this.kernels = Objects.requireNonNull(kernels, "kernels");
        this.team = new Team(threads);
    }

    @Override
    public String name() {
        return kernels.name();
    }

    @Override
    public Precision precision() {
        return kernels.precision();
    }

    @Override
    public void multiply(Product product, Matrix a, Matrix b, Matrix c, boolean accumulate, int from, int to) {
        if ((long) c.rows() * (to - from) * product.inner(a) < MIN_WORK_OF_PRODUCT) {
            kernels.multiply(product, a, b, c, accumulate, from, to);
        } else {
            team.run((f, t) -> kernels.multiply(product, a, b, c, accumulate, f, t), from, to);
        }
    }

    @Override
    public void affine(Matrix w, Matrix a, Matrix b, Matrix z, int from, int to) {
        if ((long) z.rows() * (to - from) * w.columns() < MIN_WORK_OF_PRODUCT) {
            kernels.affine(w, a, b, z, from, to);
        } else {
            team.run((f, t) -> kernels.affine(w, a, b, z, f, t), from, to);
        }
    }

    @Override
    public void addProduct(double factor, Matrix a, Matrix b, Matrix c, Matrix scratch, int from, int to) {
        if ((long) c.rows() * (to - from) * a.columns() < MIN_WORK_OF_PRODUCT) {
            kernels.addProduct(factor, a, b, c, scratch, from, to);
        } else {
            team.run((f, t) -> kernels.addProduct(factor, a, b, c, scratch, f, t), from, to);
        }
    }

    @Override
    public void map(DoubleUnaryOperator f, Matrix x, Matrix result, int from, int to) {
        if (to - from < MIN_WORK_OF_MAP) {
            kernels.map(f, x, result, from, to);
        } else {
            team.run((first, last) -> kernels.map(f, x, result, first, last), from, to);
        }
    }

    @Override
    public void zip(DoubleBinaryOperator f, Matrix x, Matrix y, Matrix result, int from, int to) {
        if (to - from < MIN_WORK_OF_MAP) {
            kernels.zip(f, x, y, result, from, to);
        } else {
            team.run((first, last) -> kernels.zip(f, x, y, result, first, last), from, to);
        }
    }

    @Override
    public void combine(double alpha, Matrix x, double beta, Matrix y, Matrix result, int from, int to) {
        if (to - from < MIN_WORK_OF_COPY) {
            kernels.combine(alpha, x, beta, y, result, from, to);
        } else {
            team.run((f, t) -> kernels.combine(alpha, x, beta, y, result, f, t), from, to);
        }
    }

    @Override
    public void hadamard(Matrix x, Matrix y, Matrix result, int from, int to) {
        if (to - from < MIN_WORK_OF_COPY) {
            kernels.hadamard(x, y, result, from, to);
        } else {
            team.run((f, t) -> kernels.hadamard(x, y, result, f, t), from, to);
        }
    }

    @Override
    public void convolve(Convolution convolution, Matrix w, Matrix b, Matrix a, Matrix z, int from, int to) {
        if (convolution.multiplications() * (to - from) < MIN_WORK_OF_PRODUCT) {
            kernels.convolve(convolution, w, b, a, z, from, to);
        } else {
            team.run((f, t) -> kernels.convolve(convolution, w, b, a, z, f, t), from, to);
        }
    }

    @Override
    public void convolveBack(Convolution convolution, Matrix w, Matrix delta, Matrix error, int from, int to) {
        if (convolution.multiplications() * (to - from) < MIN_WORK_OF_PRODUCT) {
            kernels.convolveBack(convolution, w, delta, error, from, to);
        } else {
            team.run((f, t) -> kernels.convolveBack(convolution, w, delta, error, f, t), from, to);
        }
    }

    @Override
    public void convolveGradient(
            Convolution convolution, Matrix delta, Matrix a, Matrix nablaW, Matrix nablaB, int from, int to) {
        if (convolution.multiplications() * a.columns() < MIN_WORK_OF_PRODUCT) {
            kernels.convolveGradient(convolution, delta, a, nablaW, nablaB, from, to);
        } else {
            team.run((f, t) -> kernels.convolveGradient(convolution, delta, a, nablaW, nablaB, f, t), from, to);
        }
    }

    @Override
    public void maxPool(Pooling pooling, Matrix a, Matrix z, int from, int to) {
        if ((long) pooling.pixels() * (to - from) < MIN_WORK_OF_MAP) {
            kernels.maxPool(pooling, a, z, from, to);
        } else {
            team.run((f, t) -> kernels.maxPool(pooling, a, z, f, t), from, to);
        }
    }

    @Override
    public void maxPoolBack(Pooling pooling, Matrix a, Matrix delta, Matrix error, int from, int to) {
        if ((long) pooling.pixels() * (to - from) < MIN_WORK_OF_MAP) {
            kernels.maxPoolBack(pooling, a, delta, error, from, to);
        } else {
            team.run((f, t) -> kernels.maxPoolBack(pooling, a, delta, error, f, t), from, to);
        }
    }

    @Override
    public void run(RangeLoop loop, int from, int to) {
        if (to - from < MIN_WORK_OF_MAP) {
            kernels.run(loop, from, to);
        } else {
            team.run(loop, from, to);
        }
    }

    @Override
    public void fillColumns(Matrix b, Matrix c, int from, int to) {
        kernels.fillColumns(b, c, from, to);
    }

    @Override
    public void fillFromBytes(byte[] bytes, int[] places, double factor, Matrix x, int from, int to) {
        if (x.rows() * (to - from) < MIN_WORK_OF_COPY) {
            kernels.fillFromBytes(bytes, places, factor, x, from, to);
        } else {
            team.run((f, t) -> kernels.fillFromBytes(bytes, places, factor, x, f, t), from, to);
        }
    }

    @Override
    public void addRowSums(Matrix x, Matrix sums, int from, int to) {
        if (x.size() < MIN_WORK_OF_PRODUCT) {
            kernels.addRowSums(x, sums, from, to);
        } else {
            team.run((f, t) -> kernels.addRowSums(x, sums, f, t), from, to);
        }
    }

    /** Ends the threads; the kernels go on to work, on their callers' threads. */
    @Override
    public void close() {
        team.close();
    }
}
