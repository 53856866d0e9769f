package io.nabla.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import io.nabla.api.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same work on eight threads at once. */
final class ManyThreads {
    private static final int THREADS = 8;
    private static final int REPEATS = 10;

    private ManyThreads() {}

    /** Fails unless every thread gets these bits, every time. */
    static void giveTheSame(Matrix expected, String who, Callable<Matrix> work) {
        for (Matrix actual : results(work)) {
            Expect.sameBits(expected, actual, who + " on eight threads at once, against one thread");
        }
    }

    /** What the threads computed, ten times each. */
    static <T> List<T> results(Callable<T> work) {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch ready = new CountDownLatch(THREADS);
            List<Future<List<T>>> futures = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                futures.add(pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    List<T> own = new ArrayList<>();
                    for (int i = 0; i < REPEATS; i++) {
                        own.add(work.call());
                    }
                    return own;
                }));
            }
            List<T> all = new ArrayList<>();
            for (Future<List<T>> future : futures) {
                all.addAll(future.get());
            }
            return all;
        } catch (ExecutionException e) {
            return fail("failed on eight threads at once: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("interrupted while eight threads worked", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
