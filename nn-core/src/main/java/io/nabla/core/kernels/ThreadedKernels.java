package io.nabla.core.kernels;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Product;
import io.nabla.api.RangeLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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

    private static final long MIN_WORK_OF_MAP = 40_000;
    private static final long MIN_WORK_OF_COPY = 400_000;

    private final Kernels kernels;
    private final int threads;
    private final ExecutorService pool;

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
        this.threads = threads;
        AtomicInteger number = new AtomicInteger();
        this.pool = Executors.newFixedThreadPool(Math.max(1, threads - 1), task -> {
            Thread thread = new Thread(task, "nabla-kernels-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    private void split(int from, int to, long work, long minWork, RangeLoop range) {
        int pieces = work < minWork ? 1 : Math.min(threads, to - from);
        List<Future<?>> others = new ArrayList<>(pieces);
        int start = from;
        for (int piece = 1; piece < pieces; piece++) {
            int first = start;
            int last = from + (int) ((long) (to - from) * piece / pieces);
            others.add(pool.submit(() -> range.run(first, last)));
            start = last;
        }
        RuntimeException failure = null;
        try {
            range.run(start, to);
        } catch (RuntimeException e) {
            failure = e;
        }
        // All pieces end before the result is given back, also where one failed: nobody writes to it afterwards.
        for (Future<?> other : others) {
            failure = await(other, failure);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static RuntimeException await(Future<?> piece, RuntimeException failure) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    piece.get();
                    return failure;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    RuntimeException own = e.getCause() instanceof RuntimeException runtime
                            ? runtime
                            : new IllegalStateException("a kernel's thread failed", e.getCause());
                    return failure == null ? own : failure;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
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
        long work = (long) c.rows() * (to - from) * product.inner(a);
        split(from, to, work, MIN_WORK_OF_PRODUCT, (f, t) -> kernels.multiply(product, a, b, c, accumulate, f, t));
    }

    @Override
    public void affine(Matrix w, Matrix a, Matrix b, Matrix z, int from, int to) {
        long work = (long) z.rows() * (to - from) * w.columns();
        split(from, to, work, MIN_WORK_OF_PRODUCT, (f, t) -> kernels.affine(w, a, b, z, f, t));
    }

    @Override
    public void addProduct(double factor, Matrix a, Matrix b, Matrix c, Matrix scratch, int from, int to) {
        long work = (long) c.rows() * (to - from) * a.columns();
        split(from, to, work, MIN_WORK_OF_PRODUCT, (f, t) -> kernels.addProduct(factor, a, b, c, scratch, f, t));
    }

    @Override
    public void map(DoubleUnaryOperator f, Matrix x, Matrix result, int from, int to) {
        split(from, to, to - from, MIN_WORK_OF_MAP, (first, last) -> kernels.map(f, x, result, first, last));
    }

    @Override
    public void zip(DoubleBinaryOperator f, Matrix x, Matrix y, Matrix result, int from, int to) {
        split(from, to, to - from, MIN_WORK_OF_MAP, (first, last) -> kernels.zip(f, x, y, result, first, last));
    }

    @Override
    public void combine(double alpha, Matrix x, double beta, Matrix y, Matrix result, int from, int to) {
        split(from, to, to - from, MIN_WORK_OF_COPY, (f, t) -> kernels.combine(alpha, x, beta, y, result, f, t));
    }

    @Override
    public void hadamard(Matrix x, Matrix y, Matrix result, int from, int to) {
        split(from, to, to - from, MIN_WORK_OF_COPY, (f, t) -> kernels.hadamard(x, y, result, f, t));
    }

    @Override
    public void run(RangeLoop loop, int from, int to) {
        split(from, to, to - from, MIN_WORK_OF_MAP, loop);
    }

    @Override
    public void fillColumns(Matrix b, Matrix c, int from, int to) {
        kernels.fillColumns(b, c, from, to);
    }

    @Override
    public void addRowSums(Matrix x, Matrix sums, int from, int to) {
        split(from, to, x.size(), MIN_WORK_OF_COPY, (f, t) -> kernels.addRowSums(x, sums, f, t));
    }

    /** Ends the threads. */
    @Override
    public void close() {
        pool.shutdown();
    }
}
