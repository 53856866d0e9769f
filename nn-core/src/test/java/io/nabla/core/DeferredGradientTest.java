package io.nabla.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.nabla.api.Kernels;
import io.nabla.api.Matrix;
import io.nabla.api.Parameter;
import io.nabla.api.Parameters;
import io.nabla.api.Precision;
import io.nabla.api.Workspace;
import io.nabla.core.kernels.PlainKernels;
import io.nabla.core.kernels.ThreadedKernels;
import io.nabla.core.random.NumpyRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A gradient puts its product off until somebody reads it: nobody may see a difference. */
class DeferredGradientTest {
    private static final int ROWS = 5;
    private static final int COLUMNS = 7;
    private static final int EXAMPLES = 3;

    /** Every way to read a matrix, as a matrix of what was read. */
    private static Map<String, UnaryOperator<Matrix>> readings(Kernels kernels) {
        Matrix ones = numbers(kernels, ROWS, COLUMNS, 9);
        Matrix few = numbers(kernels, COLUMNS, 2, 10);
        Map<String, UnaryOperator<Matrix>> readings = new LinkedHashMap<>();
        readings.put("get", m -> Matrix.column(kernels, m.get(0), m.get(4, 6), m.get(2, 3)));
        readings.put("numbers", DeferredGradientTest::storage);
        readings.put("copy", Matrix::copy);
        readings.put("columnCopy", m -> m.columnCopy(2));
        readings.put("sum", m -> Matrix.column(kernels, m.sum()));
        readings.put("dot", m -> Matrix.column(kernels, m.dot(ones), ones.dot(m)));
        readings.put("argMax", m -> Matrix.column(kernels, m.argMax(1)));
        readings.put("plus", m -> m.plus(ones));
        readings.put("plus it", m -> ones.plus(m));
        readings.put("minus", m -> m.minus(ones));
        readings.put("scaled", m -> m.scaled(3));
        readings.put("hadamard", m -> ones.hadamard(m));
        readings.put("map", m -> m.map(x -> x * x));
        readings.put("zip", m -> m.zip(ones, (x, y) -> x - 2 * y));
        readings.put("times", m -> m.times(few));
        readings.put("transposeTimes", m -> m.transposeTimes(ones));
        readings.put("timesTranspose", m -> ones.timesTranspose(m));
        readings.put("affine", m -> m.affine(few, Matrix.zeros(kernels, ROWS, 1)));
        readings.put("set", m -> changed(m, matrix -> matrix.set(1, 1, 0.5)));
        readings.put("combine", m -> changed(m, matrix -> matrix.combine(1, 0.25, ones)));
        readings.put("combine it", m -> changed(ones.copy(), matrix -> matrix.combine(1, 0.25, m)));
        readings.put("combine it with alpha", m -> changed(ones.copy(), matrix -> matrix.combine(0.5, 0.25, m)));
        return readings;
    }

    private static Matrix storage(Matrix matrix) {
        Matrix result = Matrix.zeros(matrix.kernels(), matrix.rows(), matrix.columns());
        if (matrix.precision() == Precision.DOUBLE) {
            System.arraycopy(matrix.doubles(), 0, result.doubles(), 0, matrix.size());
        } else {
            System.arraycopy(matrix.floats(), 0, result.floats(), 0, matrix.size());
        }
        return result;
    }

    private static Matrix changed(Matrix matrix, Consumer<Matrix> change) {
        change.accept(matrix);
        return matrix;
    }

    private static Matrix numbers(Kernels kernels, int rows, int columns, int seed) {
        return fill(Matrix.zeros(kernels, rows, columns), seed);
    }

    private static Matrix fill(Matrix matrix, int seed) {
        NumpyRandom random = new NumpyRandom(seed);
        for (int i = 0; i < matrix.size(); i++) {
            matrix.set(i, random.nextGaussian());
        }
        return matrix;
    }

    /** The gradient of a parameter that is not all zeros, so that a step of zeros would be seen. */
    private static Matrix gradient(Kernels kernels, int rows, int columns) {
        Matrix weights = numbers(kernels, rows, columns, 1);
        Parameters parameters = Parameters.of(new Parameter("weights", Parameter.Role.WEIGHTS, weights, columns, rows));
        return parameters.zeros().get(0).value();
    }

    /** δ and a of one pass, in a workspace. */
    private record Pass(Matrix delta, Matrix a) {
        static Pass in(Workspace workspace, Kernels kernels, int seed) {
            return new Pass(
                    fill(workspace.matrix(kernels, ROWS, EXAMPLES), seed),
                    fill(workspace.matrix(kernels, COLUMNS, EXAMPLES), seed + 1));
        }

        /** What the product should be, from copies on the heap. */
        Matrix product() {
            return delta.copy().timesTranspose(a.copy());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyWayToReadItGivesTheProduct(Precision precision) {
        Kernels kernels = PlainKernels.of(precision);
        readings(kernels).forEach((name, reading) -> {
            Pass pass = Pass.in(new Workspace(), kernels, 20);
            Matrix nabla = gradient(kernels, ROWS, COLUMNS);
            nabla.clear();
            nabla.addTimesTranspose(pass.delta, pass.a);
            Matrix expected = pass.product();
            assertThat(reading.apply(nabla).sameBits(reading.apply(expected)))
                    .as(name)
                    .isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyWayToReadItGivesZerosOnceItIsCleared(Precision precision) {
        Kernels kernels = PlainKernels.of(precision);
        readings(kernels).forEach((name, reading) -> {
            Pass pass = Pass.in(new Workspace(), kernels, 20);
            Matrix nabla = gradient(kernels, ROWS, COLUMNS);
            nabla.fill(4);
            nabla.clear();
            nabla.addTimesTranspose(pass.delta, pass.a);
            nabla.clear();
            Matrix expected = Matrix.zeros(kernels, ROWS, COLUMNS);
            assertThat(reading.apply(nabla).sameBits(reading.apply(expected)))
                    .as(name)
                    .isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aStepGivesTheSameBitsWhetherTheGradientWasReadOrNot(Precision precision) {
        Kernels kernels = PlainKernels.of(precision);
        for (double beta : new double[] {-0.3, 1, 0, 1e-3}) {
            Pass pass = Pass.in(new Workspace(), kernels, 30);
            Matrix eager = numbers(kernels, ROWS, COLUMNS, 2);
            Matrix deferred = eager.copy();
            Matrix nabla = gradient(kernels, ROWS, COLUMNS);
            nabla.clear();
            nabla.addTimesTranspose(pass.delta, pass.a);
            deferred.combine(1, beta, nabla);
            eager.combine(1, beta, pass.product());
            assertThat(deferred.sameBits(eager)).as("unread, beta %s", beta).isTrue();
            // The step leaves the gradient what it was.
            assertThat(nabla.sameBits(pass.product())).isTrue();
            deferred.combine(1, beta, nabla);
            eager.combine(1, beta, pass.product());
            assertThat(deferred.sameBits(eager)).as("read, beta %s", beta).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondProductIsAddedToTheFirst(Precision precision) {
        Kernels kernels = PlainKernels.of(precision);
        Workspace workspace = new Workspace();
        Pass first = Pass.in(workspace, kernels, 40);
        Pass second = Pass.in(workspace, kernels, 50);
        Matrix nabla = gradient(kernels, ROWS, COLUMNS);
        nabla.clear();
        nabla.addTimesTranspose(first.delta, first.a);
        nabla.addTimesTranspose(second.delta, second.a);
        Matrix expected = Matrix.zeros(kernels, ROWS, COLUMNS);
        expected.addTimesTranspose(first.delta, first.a);
        expected.addTimesTranspose(second.delta, second.a);
        assertThat(nabla.sameBits(expected)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theNumbersOutliveTheWorkspaceOfTheirFactors(Precision precision) {
        Kernels kernels = PlainKernels.of(precision);
        Workspace workspace = new Workspace();
        Pass pass = Pass.in(workspace, kernels, 60);
        Matrix expected = pass.product();
        Matrix nabla = gradient(kernels, ROWS, COLUMNS);
        nabla.clear();
        nabla.addTimesTranspose(pass.delta, pass.a);
        workspace.reset();
        Pass next = Pass.in(workspace, kernels, 70);
        assertThat(next.delta).as("the memory is used again").isSameAs(pass.delta);
        assertThat(nabla.sameBits(expected)).isTrue();
        nabla.addTimesTranspose(next.delta, next.a);
        expected.addTimesTranspose(next.delta, next.a);
        workspace.reset();
        Pass.in(workspace, kernels, 80);
        assertThat(nabla.sameBits(expected)).isTrue();
        nabla.clear();
        assertThat(nabla.sameBits(Matrix.zeros(kernels, ROWS, COLUMNS))).isTrue();
    }

    @Test
    void factorsOnTheHeapOrInTwoWorkspacesAreUsedAtOnce() {
        Kernels kernels = PlainKernels.of(Precision.DOUBLE);
        Pass pass = Pass.in(new Workspace(), kernels, 90);
        Matrix expected = pass.product();
        Matrix delta = pass.delta.copy();
        Matrix elsewhere = fill(new Workspace().matrix(kernels, COLUMNS, EXAMPLES), 91);
        for (Matrix[] factors : new Matrix[][] {
            {delta, pass.a.copy()}, {pass.delta.copy(), pass.a}, {pass.delta, pass.a.copy()}, {pass.delta, elsewhere}
        }) {
            Matrix nabla = gradient(kernels, ROWS, COLUMNS);
            nabla.clear();
            nabla.addTimesTranspose(factors[0], factors[1]);
            factors[0].fill(Double.NaN);
            assertThat(nabla.sameBits(expected)).isTrue();
            fill(pass.delta, 90);
        }
    }

    /** One that is deferred, too, must be in memory before threads share it. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aGradientIsAddedToAnotherOnManyThreads() {
        try (ThreadedKernels kernels = new ThreadedKernels(PlainKernels.of(Precision.DOUBLE), 4)) {
            for (int trial = 0; trial < 50; trial++) {
                Workspace workspace = new Workspace();
                Matrix delta = fill(workspace.matrix(kernels, 90, 40), 7);
                Matrix a = fill(workspace.matrix(kernels, 200, 40), 8);
                Matrix sum = gradient(kernels, 90, 200);
                Matrix part = gradient(kernels, 90, 200);
                sum.clear();
                part.clear();
                sum.addTimesTranspose(delta, a);
                part.addTimesTranspose(delta, a);
                sum.combine(1, 1, part);
                Matrix product = delta.copy().timesTranspose(a.copy());
                assertThat(sum.sameBits(product.plus(product)))
                        .as("trial %d", trial)
                        .isTrue();
            }
        }
    }

    @Test
    void aGradientMayBeAddedToItself() {
        Kernels kernels = PlainKernels.of(Precision.DOUBLE);
        Pass pass = Pass.in(new Workspace(), kernels, 95);
        Matrix nabla = gradient(kernels, ROWS, COLUMNS);
        nabla.clear();
        nabla.addTimesTranspose(pass.delta, pass.a);
        nabla.combine(1, 1, nabla);
        assertThat(nabla.sameBits(pass.product().plus(pass.product()))).isTrue();
    }
}
