package io.nabla.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nabla.api.Activation;
import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Precision;
import io.nabla.api.Workspace;
import io.nabla.testkit.ActivationContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoftmaxTest implements ActivationContract {
    @Override
    public Activation activation() {
        return new Softmax();
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnSumsToOne(Precision precision) {
        Matrix z = Matrix.of(kernels(precision), new double[][] {{1, -700, 3}, {2, 700, 3}, {-5, 0, 3}, {0.1, 699, 3}});
        Matrix a = new Softmax().apply(z);
        for (int column = 0; column < 3; column++) {
            assertThat(a.columnCopy(column).sum()).isCloseTo(1, within(precision == Precision.DOUBLE ? 1e-15 : 2e-7));
        }
    }

    @Test
    void aConstantAddedToAColumnChangesNothing() {
        Matrix z = Matrix.column(kernels(Precision.DOUBLE), 1, 2, 4);
        Matrix shifted = Matrix.column(kernels(Precision.DOUBLE), 1025, 1026, 1028);
        assertThat(new Softmax().apply(shifted).sameBits(new Softmax().apply(z)))
                .isTrue();
    }

    @Test
    void oneNanMakesItsWholeColumnNan() {
        Matrix z = Matrix.of(kernels(Precision.DOUBLE), new double[][] {{1, 1}, {Double.NaN, 2}, {3, 3}});
        Matrix a = new Softmax().apply(z);
        for (int row = 0; row < 3; row++) {
            assertThat(a.get(row, 0)).isNaN();
            assertThat(a.get(row, 1)).isFinite();
        }
    }

    @Test
    void resultsLiveInTheMemoryOfThePass() {
        Kernels kernels = kernels(Precision.DOUBLE);
        Workspace workspace = new Workspace();
        Matrix z = workspace.matrix(kernels, 3, 2);
        z.fill(1);
        Matrix a = new Softmax().apply(z);
        Matrix backward = new Softmax().backward(z, z, a);
        workspace.reset();
        workspace.matrix(kernels, 3, 2);
        assertThat(workspace.matrix(kernels, 3, 2)).isSameAs(a);
        assertThat(workspace.matrix(kernels, 3, 2)).isSameAs(backward);
    }
}
