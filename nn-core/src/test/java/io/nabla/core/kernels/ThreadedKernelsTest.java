package io.nabla.core.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.random.NumpyRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThreadedKernelsTest {
    private static Matrix gaussians(Kernels kernels, int rows, int columns, int seed) {
        NumpyRandom random = new NumpyRandom(seed);
        Matrix matrix = Matrix.zeros(kernels, rows, columns);
        for (int i = 0; i < matrix.size(); i++) {
            matrix.set(i, random.nextGaussian());
        }
        return matrix;
    }

    /** Large enough that every operation is split. */
    @ParameterizedTest
    @EnumSource
    void anyNumberOfThreadsGivesTheSameBits(Precision precision) {
        Kernels plain = PlainKernels.of(precision);
        for (int threads : new int[] {1, 2, 3, 8}) {
            try (ThreadedKernels threaded = new ThreadedKernels(plain, threads)) {
                Matrix[] expected = results(plain);
                Matrix[] actual = results(threaded);
                for (int i = 0; i < expected.length; i++) {
                    assertThat(actual[i].sameBits(expected[i]))
                            .as("result %d, %d threads", i, threads)
                            .isTrue();
                }
            }
        }
    }

    private static Matrix[] results(Kernels kernels) {
        Matrix a = gaussians(kernels, 700, 613, 1);
        Matrix b = gaussians(kernels, 613, 37, 2);
        Matrix c = gaussians(kernels, 700, 37, 3);
        Matrix big = gaussians(kernels, 700, 613, 4);
        Matrix nabla = gaussians(kernels, 700, 613, 5);
        nabla.addTimesTranspose(c, b);
        Matrix sums = gaussians(kernels, 700, 1, 6);
        sums.addRowSums(a);
        Matrix moved = a.copy();
        moved.combine(0.9, -0.1, big);
        return new Matrix[] {
            a.times(b),
            a.transposeTimes(c),
            nabla,
            a.affine(b, sums),
            a.map(v -> v * v + 1),
            a.zip(big, (x, y) -> x * y - y),
            a.hadamard(big),
            a.plus(big),
            sums,
            moved
        };
    }

    @Test
    void reallyUsesItsThreads() {
        try (ThreadedKernels threaded = new ThreadedKernels(PlainKernels.of(Precision.DOUBLE), 3)) {
            Set<String> names = ConcurrentHashMap.newKeySet();
            Matrix.zeros(threaded, 300, 300).map(v -> {
                names.add(Thread.currentThread().getName());
                return v;
            });
            assertThat(names).hasSizeGreaterThan(1).anyMatch(name -> name.startsWith("nabla-kernels-"));
        }
    }

    @Test
    void aFailureInAnyThreadReachesTheCaller() {
        try (ThreadedKernels threaded = new ThreadedKernels(PlainKernels.of(Precision.DOUBLE), 4)) {
            Thread caller = Thread.currentThread();
            assertThatThrownBy(() -> Matrix.zeros(threaded, 300, 300).map(v -> {
                        if (Thread.currentThread() != caller) {
                            throw new IllegalArgumentException("broken activation");
                        }
                        return v;
                    }))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("broken activation");
        }
    }

    @Test
    void smallWorkStaysOnTheCallersThread() {
        try (ThreadedKernels threaded = new ThreadedKernels(PlainKernels.of(Precision.DOUBLE), 4)) {
            Set<Thread> seen = ConcurrentHashMap.newKeySet();
            Matrix.zeros(threaded, 30, 10).map(v -> {
                seen.add(Thread.currentThread());
                return v;
            });
            assertThat(seen).containsExactly(Thread.currentThread());
        }
    }

    @Test
    void refusesNoThreads() {
        assertThatThrownBy(() -> new ThreadedKernels(PlainKernels.of(Precision.DOUBLE), 0))
                .hasMessageContaining("got 0");
    }
}
