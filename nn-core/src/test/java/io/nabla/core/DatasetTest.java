package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nabla.api.Dataset;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.MiniBatch;
import io.nabla.api.Precision;
import io.nabla.api.Shape;
import io.nabla.core.kernels.PlainKernels;
import org.junit.jupiter.api.Test;

/** Data sets of nn-api; here, since they fill matrices. */
class DatasetTest {
    private final Kernels kernels = PlainKernels.of(Precision.DOUBLE);
    private final double[][] inputs = {{1, 2}, {3, 4}, {5, 6}};
    private final Dataset data = Dataset.of(inputs, new double[][] {{10}, {20}, {30}});

    @Test
    void fillsColumnsInTheOrderAsked() {
        Matrix x = Matrix.zeros(kernels, 2, 2);
        Matrix y = Matrix.zeros(kernels, 1, 2);
        data.copyExamples(new int[] {1, 2, 0}, 1, x, y);
        assertThat(x.doubles()).containsExactly(5, 6, 1, 2);
        assertThat(y.doubles()).containsExactly(30, 10);
        assertThat(data.inputs()).isEqualTo(Shape.of(2));
        assertThat(data.targets()).isEqualTo(Shape.of(1));
    }

    @Test
    void keepsItsOwnCopy() {
        inputs[0][0] = 99;
        Matrix x = Matrix.zeros(kernels, 2, 1);
        data.copyExamples(new int[] {0}, 0, x, Matrix.zeros(kernels, 1, 1));
        assertThat(x.get(0, 0)).isEqualTo(1);
    }

    @Test
    void aMatrixOfAnotherHeightIsRefused() {
        assertThatThrownBy(() ->
                        data.copyExamples(new int[] {0}, 0, Matrix.zeros(kernels, 3, 1), Matrix.zeros(kernels, 1, 1)))
                .hasMessageContaining("an example of 2 values does not fit a column of 3");
    }

    @Test
    void wrongDataIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> Dataset.of(new double[][] {{1}}, new double[0][]))
                .hasMessageContaining("1 and 0");
        assertThatThrownBy(() -> Dataset.of(new double[][] {{1}, {1, 2}}, new double[][] {{1}, {2}}))
                .hasMessageContaining("input 0 has 1 values but input 1 has 2");
        assertThatThrownBy(() -> Dataset.of(new double[][] {{}}, new double[][] {{1}}))
                .hasMessageContaining("input 0 has no values");
        assertThatThrownBy(() -> Dataset.of(new double[][] {{1}, {Double.NaN}}, new double[][] {{1}, {2}}))
                .hasMessageContaining("input 1 contains NaN");
        assertThatThrownBy(() -> Dataset.of(new double[][] {{1}}, new double[][] {{Double.NEGATIVE_INFINITY}}))
                .hasMessageContaining("target 0 contains -Infinity");
    }

    @Test
    void aMiniBatchHasAsManyInputsAsTargets() {
        assertThatThrownBy(() -> new MiniBatch(Matrix.zeros(kernels, 2, 3), Matrix.zeros(kernels, 1, 2)))
                .hasMessageContaining("3 and 2 columns");
    }
}
