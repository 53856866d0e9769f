package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import org.junit.jupiter.api.Test;

class AccuracyTest {
    private static final Kernels KERNELS = PlainKernels.of(Precision.DOUBLE);
    private final Accuracy accuracy = new Accuracy();

    @Test
    void countsColumnsWhoseGreatestOutputIsTheWantedOne() {
        Matrix a = Matrix.of(KERNELS, new double[][] {{0.9, 0.1, 0.3}, {0.2, 0.2, 0.8}, {0.1, 0.7, 0.1}});
        Matrix y = Matrix.of(KERNELS, new double[][] {{1, 1, 0}, {0, 0, 1}, {0, 0, 0}});
        assertThat(accuracy.sum(a, y)).isEqualTo(2);
    }

    @Test
    void withOneOutputHalfIsTheBorder() {
        Matrix a = Matrix.of(KERNELS, new double[] {0.9, 0.5, 0.4, 0.1});
        Matrix y = Matrix.of(KERNELS, new double[] {1, 1, 1, 0});
        assertThat(accuracy.sum(a, y)).isEqualTo(3);
    }

    @Test
    void nanIsNeverRight() {
        Matrix a = Matrix.of(KERNELS, new double[][] {{1, Double.NaN}, {Double.NaN, Double.NaN}});
        Matrix y = Matrix.of(KERNELS, new double[][] {{1, 1}, {0, 0}});
        assertThat(accuracy.sum(a, y)).isZero();
        assertThat(accuracy.sum(Matrix.of(KERNELS, new double[] {Double.NaN}), Matrix.of(KERNELS, new double[] {0})))
                .isZero();
    }
}
