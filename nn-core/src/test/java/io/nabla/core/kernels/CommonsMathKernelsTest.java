package io.nabla.core.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.testkit.KernelsContract;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class CommonsMathKernelsTest implements KernelsContract {
    @Override
    public Kernels kernels() {
        return new CommonsMathKernels();
    }

    @Override
    public double tolerance() {
        return 1e-14;
    }

    @Test
    void copiesToAndFromCommonsMath() {
        Matrix matrix = Matrix.of(kernels(), new double[][] {{1, 2, 3}, {4, 5, 6}});
        RealMatrix real = RealMatrices.toReal(matrix);
        assertThat(real.getRow(1)).containsExactly(4, 5, 6);
        assertThat(RealMatrices.fromReal(kernels(), real.transpose()).sameBits(Matrix.of(kernels(), new double[][] {
                    {1, 4}, {2, 5}, {3, 6}
                })))
                .isTrue();
    }
}
