package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.random.NumpyRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopKAccuracyTest {
    private static final Kernels KERNELS = PlainKernels.of(Precision.DOUBLE);

    /** The wanted class is guessed first, second and third. */
    @Test
    void countsExamplesWhoseWantedClassIsAmongTheGreatest() {
        Matrix a =
                Matrix.of(KERNELS, new double[][] {{0.9, 0.3, 0.1}, {0.2, 0.2, 0.8}, {0.1, 0.7, 0.4}, {0.3, 0.1, 0}});
        Matrix y = Matrix.of(KERNELS, new double[][] {{1, 1, 1}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}});
        assertThat(new TopKAccuracy(1).sum(a, y)).isEqualTo(1);
        assertThat(new TopKAccuracy(2).sum(a, y)).isEqualTo(2);
        assertThat(new TopKAccuracy(3).sum(a, y)).isEqualTo(3);
    }

    @Test
    void oneGuessIsAccuracyAlsoAmongEqualOutputs() {
        NumpyRandom random = new NumpyRandom(7);
        Matrix a = Matrix.zeros(KERNELS, 4, 200);
        Matrix y = Matrix.zeros(KERNELS, 4, 200);
        for (int i = 0; i < a.size(); i++) {
            a.set(i % 4, i / 4, random.nextInt(3));
        }
        for (int example = 0; example < 200; example++) {
            y.set(random.nextInt(4), example, 1);
        }
        assertThat(new TopKAccuracy(1).sum(a, y))
                .isEqualTo(new Accuracy().sum(a, y))
                .isBetween(20.0, 100.0);
    }

    @Test
    void equalOutputsAreNotAllRight() {
        Matrix a = Matrix.of(KERNELS, new double[][] {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}});
        Matrix y = Matrix.of(KERNELS, new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
        assertThat(new TopKAccuracy(1).sum(a, y)).isEqualTo(1);
        assertThat(new TopKAccuracy(2).sum(a, y)).isEqualTo(2);
    }

    @Test
    void nanIsNeverRight() {
        Matrix a = Matrix.of(KERNELS, new double[][] {{1, Double.NaN}, {Double.NaN, Double.NaN}, {0, 0}});
        Matrix y = Matrix.of(KERNELS, new double[][] {{1, 1}, {0, 0}, {0, 0}});
        assertThat(new TopKAccuracy(2).sum(a, y)).isZero();
    }

    @Test
    void theNameTellsK() {
        assertThat(new TopKAccuracy(5).name()).isEqualTo("top-5-accuracy");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -3})
    void kIsAtLeastOne(int k) {
        assertThatThrownBy(() -> new TopKAccuracy(k))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("top-k accuracy takes a k of at least 1, such as 5, but got " + k);
    }

    @Test
    void kIsLessThanTheNumberOfOutputs() {
        Matrix three = Matrix.column(KERNELS, 1, 0, 0);
        assertThatThrownBy(() -> new TopKAccuracy(3).sum(three, three))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("top-3-accuracy takes more than 3 outputs, but got 3, of which every one would be right;"
                        + " use a smaller k, or the metric accuracy");
        assertThatThrownBy(() -> new TopKAccuracy(1).sum(Matrix.column(KERNELS, 1), Matrix.column(KERNELS, 1)))
                .hasMessageContaining("takes more than 1 outputs, but got 1");
    }

    @Test
    void wantedOutputsHaveTheShapeOfTheOutputs() {
        assertThatThrownBy(() -> new TopKAccuracy(1).sum(Matrix.zeros(KERNELS, 3, 2), Matrix.zeros(KERNELS, 4, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a is 3×2 of double and y is 4×2 of double");
    }
}
